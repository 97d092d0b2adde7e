// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the threads that partitions declare: where they are, names, priorities, budgets,
/// CPUs and stacks.</summary>
public static class ThreadCheck
{
    private const uint PriorityMax = 255;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            bool isRight = HasTable(in view, in view.Partition(id))
                && AreRight(in view, id);
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, id);
        }
        return Verdict.Accepted;
    }

    private static bool HasTable(in ImageView view, in PartitionRecord partition)
    {
        if (partition.Threads == 0) return true;
        uint count = partition.Threads & PartitionRecord.ThreadCountMask;
        ulong offset = partition.Threads & ~PartitionRecord.ThreadCountMask;
        return count is > 0 and <= NativeLayout.ThreadsDeclaredMax
            && offset >= (uint)Records.SizeOf<SystemImageHeader>()
            && offset + (count * (uint)Records.SizeOf<ThreadInfo>()) <= view.Header.TableBytes
            && !PartitionCheck.IsMachine(in partition);
    }

    private static bool AreRight(in ImageView view, uint id)
    {
        for (uint number = 1; number <= view.ThreadCount(id); number++)
        {
            bool isRight = IsNamed(in view, id, number)
                && HasSchedule(in view.Thread(id, number))
                && view.Thread(id, number).Cpu < view.CpuCount
                && ThreadStacks.HasStack(in view, in view.Partition(id), number);
            if (!isRight) return false;
        }
        return true;
    }

    private static bool IsNamed(in ImageView view, uint id, uint number)
    {
        ref readonly ThreadInfo thread = ref view.Thread(id, number);
        if (!NameCheck.IsName(in thread.Name)) return false;
        for (uint other = 1; other < number; other++)
        {
            if (NameCheck.AreEqual(in thread.Name, in view.Thread(id, other).Name)) return false;
        }
        return true;
    }

    // A period of a thread is the scheduler's alone, so it comes with a budget.
    private static bool HasSchedule(in ThreadInfo thread) =>
        thread.Priority <= PriorityMax
        && (thread.PeriodNanoseconds == 0
            || (thread.BudgetNanoseconds != 0
                && thread.BudgetNanoseconds <= thread.PeriodNanoseconds));
}
