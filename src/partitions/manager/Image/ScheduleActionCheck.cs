// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks what schedules do to partitions when they begin. Who is restarted runs in windows of its
/// own, so that it can be kept from running, together with those that it shares them with; and
/// nobody calls it, so that its code does not run on somebody else's time.
/// </summary>
public static class ScheduleActionCheck
{
    /// <summary>Checks it, after the windows.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        SchedulePlan plan = SchedulePlan.Of(in view);
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            bool isRight = true;
            for (uint schedule = 0; schedule < Limits.SchedulesMax; schedule++)
            {
                isRight &= IsRight(in view, in plan, id, schedule);
            }
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
        }
        if (plan.KernelCount > Limits.SchedulesMax)
        {
            return new Verdict(Reason.ImageCapacity, ImageItem.Schedule, plan.Count - 1);
        }
        if (plan.HasRestarts && plan.TimePartition == 0)
        {
            return new Verdict(Reason.ImageCapacity, ImageItem.Header);
        }
        for (uint schedule = 0; schedule < plan.Count; schedule++)
        {
            bool hasTime = !plan.HasChangeover(schedule)
                || ChangeoverWindow.HasTime(in view, in plan, schedule);
            if (!hasTime) return new Verdict(Reason.ImageRecord, ImageItem.Schedule, schedule);
        }
        return Verdict.Accepted;
    }

    private static bool IsRight(
        in ImageView view, in SchedulePlan plan, uint id, uint schedule)
    {
        ref readonly PartitionRecord partition = ref view.Partition(id);
        ScheduleChangeAction action = SchedulePlan.ActionOf(in partition, schedule);
        if (action == ScheduleChangeAction.Ignore)
        {
            return !SchedulePlan.IsHeld(in view, partition.TimePartition, schedule);
        }
        bool isWarm = action == ScheduleChangeAction.WarmStart;
        return (isWarm || action == ScheduleChangeAction.ColdStart)
            && schedule < plan.Count && partition.TimePartition != 0
            && !(isWarm && PartitionCheck.IsMachine(in partition))
            && CapacityCheck.ClientsOf(in view, id) == 0
            && id != view.Header.ConsolePartition;
    }
}
