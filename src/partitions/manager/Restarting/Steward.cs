// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// The thread that restarts partitions while a schedule begins. The kernel wakes it at the first
/// tick of a changeover; it has windows there and nowhere else.
/// </summary>
public static class Steward
{
    /// <summary>Argument of its thread, which starts where the main thread does.</summary>
    public const ulong Argument = 0;

    private static ScheduleControl<ScheduleKernel> s_control;
    private static SystemRecord s_record;
    private static uint s_begun;
    private static int s_isReady;

    /// <summary>Switches between schedules.</summary>
    public static ref ScheduleControl<ScheduleKernel> Control => ref s_control;

    /// <summary>Gets ready to be asked; before any partition runs.</summary>
    /// <param name="context">The build, with the semaphore.</param>
    public static void Prepare(in BuildContext context)
    {
        s_begun = context.StewardSemaphore;
        s_record.KeepRestarts(in context.View);
        s_control.Initialize(SchedulePlan.Of(in context.View), s_begun);
    }

    /// <summary>Takes over what was built, when the manager's main thread is done with the
    /// image.</summary>
    /// <param name="context">The build.</param>
    public static void TakeOver(in BuildContext context)
    {
        s_record.Keep(in context);
        Volatile.Write(ref s_isReady, 1);
        // A changeover may have begun already.
        if (s_begun != Selectors.Null) Kernel.SemaphoreUp(s_begun);
    }

    /// <summary>Runs for ever.</summary>
    public static void Run()
    {
        while (true)
        {
            Kernel.SemaphoreDown(s_begun, Kernel.Forever, true);
            if (Volatile.Read(in s_isReady) == 0) continue;
            if (!s_control.Begin(out uint schedule)) continue;
            Restarter.Restart(ref s_record, schedule);
            ResultCode code = s_control.Leave(schedule);
            if (code.IsSuccess || code.Reason == Reason.ScheduleInUse) continue;
            RestartText.WriteFailure("the next schedule"u8, code);
        }
    }
}
