// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Reports whose budget ended in a period before the work did. The manager's main thread does so
/// when everything is built. It is more urgent than the partitions, so it reports once a second at
/// most: whoever overruns in every period does not take time from others by that.
/// </summary>
public static class OverrunMonitor
{
    private static OverrunCounts s_counts;
    private static uint s_raised;
    private static uint s_pause;

    /// <summary>Whether a partition can have overruns.</summary>
    /// <param name="partition">The partition.</param>
    /// <returns>True when it has both a budget and a period.</returns>
    public static bool CanHave(in PartitionRecord partition) =>
        partition.BudgetNanoseconds != 0 && partition.PeriodNanoseconds != 0;

    private static bool CanHave(in ImageView view, uint id)
    {
        if (CanHave(in view.Partition(id))) return true;
        for (uint number = 1; number <= view.ThreadCount(id); number++)
        {
            if (view.Thread(id, number).PeriodNanoseconds != 0) return true;
        }
        return false;
    }

    /// <summary>Counts the manager's own objects for it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Their number.</returns>
    public static uint CountObjects(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            if (CanHave(in view, id)) return 2;
        }
        return 0;
    }

    /// <summary>Makes the semaphore that overruns raise, when somebody can have any.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Build(ref BuildContext context)
    {
        if (CountObjects(in context.View) == 0) return true;
        s_raised = context.OverrunSemaphore = context.Pool.Take();
        s_pause = context.Pool.Take();
        return context.Done(BuildStep.Manager, Kernel.CreateSemaphore(s_raised, 0, 0))
            && context.Done(BuildStep.Manager, Kernel.CreateSemaphore(s_pause, 0, 0));
    }

    /// <summary>Reports for ever; comes back at once when nobody can have overruns.</summary>
    /// <param name="context">The build. A partition that is built again has the same
    /// selectors.</param>
    /// <param name="service">Knows the partitions' names.</param>
    public static void Run(in BuildContext context, ref ManagerService service)
    {
        while (s_raised != Selectors.Null)
        {
            Kernel.SemaphoreDown(s_raised, Kernel.Forever, true);
            for (uint id = 0; id < Limits.PartitionsMax; id++)
            {
                Report(context.Slots[(int)id].Scheduling, id, 0, ref service);
                for (uint number = 1; number <= NativeLayout.ThreadsDeclaredMax; number++)
                {
                    uint scheduling = context.Slots[(int)id].Schedulings[(int)number];
                    Report(scheduling, id, number, ref service);
                }
            }
            // Nobody raises it.
            Kernel.SemaphoreDown(s_pause, Clock.Now + context.Frequency, false);
        }
    }

    private static void Report(
        uint scheduling, uint id, uint number, ref ManagerService service)
    {
        if (scheduling == Selectors.Null) return;
        CallResult result = Kernel.OverrunCount(scheduling);
        if (!result.IsSuccess) return;
        ulong fresh = s_counts.Take(id, number, result.Value);
        if (fresh == 0) return;
        var line = default(TextBuffer);
        OverrunText.Describe(
            ref line, service.Name(id), service.ThreadName(id, number), fresh, result.Value);
        ManagerLog.Write(line.Text);
    }
}
