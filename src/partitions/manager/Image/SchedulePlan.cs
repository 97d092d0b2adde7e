// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Which of the kernel's schedules stand for those of the description. A schedule whose beginning
/// restarts partitions has a second one, the changeover: the same frame without the windows of
/// those that are restarted. A switch goes to the changeover first, so that the kernel itself keeps
/// them from running until they are new, on every CPU from the same tick on.
/// </summary>
public struct SchedulePlan
{
    private uint _restarting;

    /// <summary>Schedules of the description; the kernel knows them by the same numbers.</summary>
    public uint Count;

    /// <summary>The time partition in whose windows of a changeover partitions are restarted; 0:
    /// there is none left, or nobody is restarted.</summary>
    public uint TimePartition;

    /// <summary>Makes the plan.</summary>
    /// <param name="view">The image, its header checked.</param>
    /// <returns>The plan.</returns>
    public static SchedulePlan Of(in ImageView view)
    {
        SchedulePlan plan = default;
        uint timePartitions = 1;
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
            // Windows that name no schedule or time partition are refused elsewhere.
            bool isNew = window.Schedule < Limits.SchedulesMax && window.Schedule >= plan.Count;
            if (isNew) plan.Count = window.Schedule + 1;
            if (window.TimePartition < Limits.TimePartitionsMax)
            {
                timePartitions |= 1u << (int)window.TimePartition;
            }
        }
        for (uint schedule = 0; schedule < Limits.SchedulesMax; schedule++)
        {
            if (IsRestarting(in view, schedule)) plan._restarting |= 1u << (int)schedule;
        }
        for (uint number = 1; plan.HasRestarts && number < Limits.TimePartitionsMax; number++)
        {
            if ((timePartitions & (1u << (int)number)) != 0) continue;
            plan.TimePartition = number;
            break;
        }
        return plan;
    }

    /// <summary>Whether any schedule restarts anybody.</summary>
    public readonly bool HasRestarts => _restarting != 0;

    /// <summary>Schedules that the kernel needs, changeovers included.</summary>
    public readonly uint KernelCount => Count + ThreadCpus.Count(_restarting);

    /// <summary>Whether a schedule has a changeover.</summary>
    /// <param name="schedule">The schedule, below 32.</param>
    /// <returns>True when it restarts somebody.</returns>
    public readonly bool HasChangeover(uint schedule) => (_restarting & (1u << (int)schedule)) != 0;

    /// <summary>Whether one of the kernel's schedules is a changeover.</summary>
    /// <param name="kernelSchedule">Its number there.</param>
    /// <returns>True when it is.</returns>
    public readonly bool IsChangeover(uint kernelSchedule) =>
        kernelSchedule >= Count && kernelSchedule < KernelCount;

    /// <summary>The changeover of a schedule.</summary>
    /// <param name="schedule">A schedule that has one.</param>
    /// <returns>Its number in the kernel.</returns>
    public readonly uint ChangeoverOf(uint schedule) =>
        Count + ThreadCpus.Count(_restarting & ((1u << (int)schedule) - 1));

    /// <summary>The schedule that one of the kernel's stands for.</summary>
    /// <param name="kernelSchedule">Its number there.</param>
    /// <returns>The schedule.</returns>
    public readonly uint ScheduleOf(uint kernelSchedule)
    {
        for (uint schedule = 0; schedule < Count; schedule++)
        {
            bool isIt = HasChangeover(schedule) && ChangeoverOf(schedule) == kernelSchedule;
            if (isIt) return schedule;
        }
        return kernelSchedule;
    }

    /// <summary>Where a switch goes first.</summary>
    /// <param name="schedule">The schedule that is wanted.</param>
    /// <param name="current">The one in use; who stays in it restarts nobody.</param>
    /// <returns>Number in the kernel.</returns>
    public readonly uint EntryOf(uint schedule, uint current) =>
        schedule != current && HasChangeover(schedule) ? ChangeoverOf(schedule) : schedule;

    /// <summary>Whether a time partition has no windows in the changeover of a schedule.</summary>
    /// <param name="view">The image.</param>
    /// <param name="timePartition">The time partition.</param>
    /// <param name="schedule">The schedule.</param>
    /// <returns>True when its partitions are restarted.</returns>
    public static bool IsHeld(in ImageView view, uint timePartition, uint schedule)
    {
        for (uint id = 0; timePartition != 0 && id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            bool isRestarted = ActionOf(in partition, schedule) != ScheduleChangeAction.Ignore;
            if (isRestarted && partition.TimePartition == timePartition) return true;
        }
        return false;
    }

    /// <summary>What happens to a partition when a schedule begins.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The action.</returns>
    public static ScheduleChangeAction ActionOf(in PartitionRecord partition, uint schedule)
    {
        PartitionRecord.ScheduleActionTable actions = partition.ScheduleActions;
        return actions[(int)schedule];
    }

    private static bool IsRestarting(in ImageView view, uint schedule)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ScheduleChangeAction action = ActionOf(in view.Partition(id), schedule);
            if (action != ScheduleChangeAction.Ignore) return true;
        }
        return false;
    }
}
