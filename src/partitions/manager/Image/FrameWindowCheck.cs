// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks the windows of the schedules, and that every partition has one: a partition without a
/// window would never run.
/// </summary>
public static class FrameWindowCheck
{
    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        uint count = view.Header.FrameWindows.Count;
        for (uint index = 0; index < count; index++)
        {
            if (!IsRight(in view, in view.FrameWindow(index)))
            {
                return new Verdict(Reason.ImageRecord, ImageItem.FrameWindow, index);
            }
            if (CountBefore(in view, index) >= Limits.FrameWindowsMax)
            {
                return new Verdict(Reason.ImageCapacity, ImageItem.FrameWindow, index);
            }
        }
        // The first schedule is in use from the start.
        if (count != 0 && view.FrameWindow(0).Schedule != 0)
        {
            return new Verdict(Reason.ImageRecord, ImageItem.FrameWindow);
        }
        for (uint schedule = 0; schedule < Limits.SchedulesMax; schedule++)
        {
            if (!HasEqualFrames(in view, schedule))
            {
                return new Verdict(Reason.ImageRecord, ImageItem.Schedule, schedule);
            }
        }
        return CheckPartitions(in view);
    }

    private static bool IsRight(in ImageView view, in FrameWindowRecord window) =>
        window.Schedule < Limits.SchedulesMax && window.Cpu < view.CpuCount
        && window.TimePartition < Limits.TimePartitionsMax && window.Reserved == 0
        && window.DurationNanoseconds >= FrameWindowRecord.DurationNanosecondsMin
        && window.DurationNanoseconds <= FrameWindowRecord.DurationNanosecondsMax
        && (window.Flags == FrameWindowFlags.None
            || (window.Flags == FrameWindowFlags.Exclusive && window.TimePartition != 0));

    // Earlier windows of the same schedule, those of all CPUs together.
    private static int CountBefore(in ImageView view, uint index)
    {
        int windowCount = 0;
        for (uint other = 0; other < index; other++)
        {
            if (view.FrameWindow(other).Schedule == view.FrameWindow(index).Schedule)
            {
                windowCount++;
            }
        }
        return windowCount;
    }

    // A schedule that has windows has them on every CPU, equally long in sum.
    private static bool HasEqualFrames(in ImageView view, uint schedule)
    {
        ulong first = FrameOf(in view, schedule, 0);
        for (uint cpu = 1; cpu < view.CpuCount; cpu++)
        {
            if (FrameOf(in view, schedule, cpu) != first) return false;
        }
        return true;
    }

    private static ulong FrameOf(in ImageView view, uint schedule, uint cpu)
    {
        ulong sum = 0;
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
            if (window.Schedule == schedule && window.Cpu == cpu) sum += window.DurationNanoseconds;
        }
        return sum;
    }

    private static Verdict CheckPartitions(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            bool isRight = (partition.SystemRights & ~Rights.SystemSchedule) == 0
                && (partition.TimePartition == 0
                    || (HasWindows(in view, in partition) && HaveThreadsWindows(in view, id)));
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
        }
        return Verdict.Accepted;
    }

    // On each CPU that it has time on: its main thread's and its virtual CPUs'.
    private static bool HasWindows(in ImageView view, in PartitionRecord partition)
    {
        if (!HasWindow(in view, partition.TimePartition, partition.Cpu)) return false;
        VirtualMachineInfo machine = partition.Machine;
        for (int number = 0; number < (int)machine.VcpuCount; number++)
        {
            uint cpu = machine.VcpuCpus[number];
            if (!HasWindow(in view, partition.TimePartition, cpu)) return false;
        }
        return true;
    }

    private static bool HaveThreadsWindows(in ImageView view, uint id)
    {
        for (uint number = 1; number <= view.ThreadCount(id); number++)
        {
            uint cpu = view.Thread(id, number).Cpu;
            if (!HasWindow(in view, view.Partition(id).TimePartition, cpu)) return false;
        }
        return true;
    }

    private static bool HasWindow(in ImageView view, uint timePartition, uint cpu)
    {
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            ref readonly FrameWindowRecord window = ref view.FrameWindow(index);
            if (window.TimePartition == timePartition && window.Cpu == cpu) return true;
        }
        return false;
    }
}
