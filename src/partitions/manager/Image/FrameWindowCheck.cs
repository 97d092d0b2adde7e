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
            if (!IsRight(in view.FrameWindow(index)))
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
        return CheckPartitions(in view);
    }

    private static bool IsRight(in FrameWindowRecord window) =>
        window.Schedule < Limits.SchedulesMax && window.Cpu < Limits.CpusMax
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

    private static Verdict CheckPartitions(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            bool isRight = (partition.SystemRights & ~Rights.SystemSchedule) == 0
                && (partition.TimePartition == 0 || HasWindow(in view, partition.TimePartition));
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
        }
        return Verdict.Accepted;
    }

    private static bool HasWindow(in ImageView view, uint timePartition)
    {
        for (uint index = 0; index < view.Header.FrameWindows.Count; index++)
        {
            if (view.FrameWindow(index).TimePartition == timePartition) return true;
        }
        return false;
    }
}
