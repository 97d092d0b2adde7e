// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Whose a window is in the changeover of its schedule. Those of partitions that are restarted are
/// the manager's on the first CPU, where it restarts them, and the background's on others. So a
/// restart takes no time that somebody else was promised. Only when none of those that are
/// restarted has time on the first CPU, the manager takes its windows of the background.
/// </summary>
public static class ChangeoverWindow
{
    /// <summary>The time partition that runs in it.</summary>
    /// <param name="view">The image.</param>
    /// <param name="plan">The schedules.</param>
    /// <param name="window">The window.</param>
    /// <returns>The time partition.</returns>
    public static uint TimePartitionOf(
        in ImageView view, in SchedulePlan plan, in FrameWindowRecord window)
    {
        bool isHeld = SchedulePlan.IsHeld(in view, window.TimePartition, window.Schedule);
        if (window.Cpu != 0) return isHeld ? 0 : window.TimePartition;
        bool isManagers = isHeld
            || (window.TimePartition == 0 && !HasHeld(in view, window.Schedule));
        return isManagers ? plan.TimePartition : window.TimePartition;
    }

    /// <summary>Whether the manager gets time in the changeover of a schedule.</summary>
    /// <param name="view">The image.</param>
    /// <param name="plan">The schedules.</param>
    /// <param name="schedule">The schedule.</param>
    /// <returns>True when it does.</returns>
    public static bool HasTime(in ImageView view, in SchedulePlan plan, uint schedule)
    {
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
            bool isManagers = window.Schedule == schedule && window.Cpu == 0
                && TimePartitionOf(in view, in plan, in window) == plan.TimePartition;
            if (isManagers) return true;
        }
        return false;
    }

    private static bool HasHeld(in ImageView view, uint schedule)
    {
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
            bool isHeld = window.Schedule == schedule && window.Cpu == 0
                && SchedulePlan.IsHeld(in view, window.TimePartition, schedule);
            if (isHeld) return true;
        }
        return false;
    }
}
