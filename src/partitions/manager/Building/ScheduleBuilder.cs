// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Hands the windows of the schedules to the kernel, and the right to switch between schedules to
/// the partitions that have it.
/// </summary>
public static class ScheduleBuilder
{
    private const uint FirstSchedule = 0;

    /// <summary>Adds all windows, and those of the changeovers; before the first scheduling context
    /// of a time partition.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool AddWindows(ref BuildContext context)
    {
        SchedulePlan plan = SchedulePlan.Of(in context.View);
        for (uint index = 0; index < context.View.Header.FrameWindows.Count; index++)
        {
            FrameWindowRecord window = context.View.FrameWindow(index);
            if (!Add(ref context, index, in window)) return false;
            if (!plan.HasChangeover(window.Schedule)) continue;
            uint owner = ChangeoverWindow.TimePartitionOf(in context.View, in plan, in window);
            window.Schedule = plan.ChangeoverOf(window.Schedule);
            window.TimePartition = owner;
            if (owner == 0) window.Flags = FrameWindowFlags.None;
            if (!Add(ref context, index, in window)) return false;
        }
        return true;
    }

    private static bool Add(ref BuildContext context, uint index, in FrameWindowRecord window)
    {
        ResultCode code = SystemKernel.AddWindow(
            Selectors.System, window.Schedule, window.Cpu, window.TimePartition,
            TicksOf(in context.View, index, context.Frequency), window.Flags);
        return context.Done(BuildStep.Schedule, code);
    }

    /// <summary>Gives a partition its rights to the system capability, if it has any. Where
    /// schedules restart partitions, only the manager switches, so that nobody goes around
    /// it.</summary>
    /// <param name="context">The build.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Whether it was done.</returns>
    public static bool GiveRights(ref BuildContext context, uint id)
    {
        Rights rights = context.View.Partition(id).SystemRights;
        bool isManagers = SchedulePlan.Of(in context.View).HasRestarts;
        if (rights == Rights.None || isManagers) return true;
        ResultCode code = SystemKernel.Delegate(
            Selectors.System, context.Slots[(int)id].Domain, Selectors.System, rights);
        return context.Done(BuildStep.Schedule, code);
    }

    /// <summary>Begins the first frame of the first schedule, if there is one.</summary>
    /// <param name="context">The build.</param>
    /// <returns>Whether it was done.</returns>
    public static bool Begin(ref BuildContext context) =>
        context.View.Header.FrameWindows.Count == 0
        || context.Done(BuildStep.Schedule, Kernel.SwitchSchedule(FirstSchedule));

    /// <summary>
    /// A window's length in ticks: its end in the frame minus its start, each rounded down, so that
    /// what is lost in one window does not add up over the frame.
    /// </summary>
    /// <param name="view">The image.</param>
    /// <param name="index">The window.</param>
    /// <param name="frequency">Counter frequency in Hz.</param>
    /// <returns>Ticks.</returns>
    public static ulong TicksOf(in ImageView view, uint index, ulong frequency)
    {
        ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
        ulong start = 0;
        for (uint other = 0; other < index; other++)
        {
            ref readonly FrameWindowRecord earlier = ref view.FrameWindow(other);
            bool isBefore = earlier.Schedule == window.Schedule && earlier.Cpu == window.Cpu;
            if (isBefore) start += earlier.DurationNanoseconds;
        }
        return TickConversion.ToTicks(start + window.DurationNanoseconds, frequency)
            - TickConversion.ToTicks(start, frequency);
    }
}
