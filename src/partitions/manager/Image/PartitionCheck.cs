// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the partitions: names, references, schedule, entry, stacks, virtual
/// machine.</summary>
public static class PartitionCheck
{
    private const uint PriorityMax = 255;
    private const ulong EntryBytes = 8;
    private const ulong StackAlignment = 16;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint index = 0; index < view.Header.Partitions.Count; index++)
        {
            bool isRight = IsNamed(in view, index) && HasReferences(in view, index)
                && HasSchedule(in view.Partition(index)) && HasProgram(in view, index)
                && HasMachine(in view.Partition(index));
            if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Partition, index);
        }
        return Verdict.Accepted;
    }

    /// <summary>Whether a partition is a virtual machine with its monitor.</summary>
    /// <param name="partition">The partition.</param>
    /// <returns>True when it is.</returns>
    public static bool IsMachine(in PartitionRecord partition) =>
        partition.Machine.MemoryBytes != 0;

    private static bool IsNamed(in ImageView view, uint index)
    {
        ref readonly PartitionRecord partition = ref view.Partition(index);
        if (partition.Id != index || !NameCheck.IsName(in partition.Name)) return false;
        for (uint other = 0; other < index; other++)
        {
            if (NameCheck.AreEqual(in partition.Name, in view.Partition(other).Name)) return false;
        }
        return true;
    }

    private static bool HasReferences(in ImageView view, uint index)
    {
        ref readonly PartitionRecord partition = ref view.Partition(index);
        return partition.FirstSegment >= view.Header.ManagerSegmentCount
            && IsPart(partition.FirstSegment, partition.SegmentCount, view.Header.Segments.Count)
            && IsPart(
                partition.FirstResource, partition.ResourceCount, view.Header.Resources.Count)
            && partition.TablePages != 0;
    }

    private static bool IsPart(uint first, uint count, uint tableCount) =>
        first <= tableCount && count <= tableCount - first;

    private static bool HasSchedule(in PartitionRecord partition) =>
        partition.Priority <= PriorityMax
        && (partition.PeriodNanoseconds == 0
            || partition.BudgetNanoseconds <= partition.PeriodNanoseconds);

    private static bool HasProgram(in ImageView view, uint index)
    {
        ref readonly PartitionRecord partition = ref view.Partition(index);
        return IsCode(in view, index, partition.Entry)
            && (partition.FaultEntry == 0 || IsCode(in view, index, partition.FaultEntry))
            && IsStack(in view, index, partition.StackTop)
            && IsStack(in view, index, partition.ServerStackTop);
    }

    private static bool IsCode(in ImageView view, uint index, ulong address) =>
        address % 4 == 0
        && Contains(in view, index, address, EntryBytes, MemoryAccess.Execute);

    private static bool IsStack(in ImageView view, uint index, ulong top) =>
        top % StackAlignment == 0 && top >= StackAlignment
        && Contains(in view, index, top - StackAlignment, StackAlignment, MemoryAccess.Write);

    private static bool Contains(
        in ImageView view, uint index, ulong address, ulong bytes, MemoryAccess access)
    {
        ref readonly PartitionRecord partition = ref view.Partition(index);
        for (uint offset = 0; offset < partition.SegmentCount; offset++)
        {
            ref readonly SegmentRecord segment = ref view.Segment(partition.FirstSegment + offset);
            var range = new PageRange(segment.Address, segment.MemoryBytes);
            bool isInside = new PageRange(address, bytes).IsInside(range);
            if (isInside && (segment.Access & access) != 0) return true;
        }
        return false;
    }

    private static bool HasMachine(in PartitionRecord partition)
    {
        VirtualMachineInfo machine = partition.Machine;
        if (machine.MemoryBytes == 0) return machine.VcpuCount == 0;
        var memory = new PageRange(machine.MemoryBase, machine.MemoryBytes);
        return memory.IsPages && partition.GuestTablePages != 0
            && machine.VcpuCount is > 0 and <= Limits.VcpusPerMachineMax
            && partition.VcpuPriority <= PriorityMax
            && new PageRange(machine.Entry, 4).IsInside(memory)
            && (machine.DeviceTree == 0 || new PageRange(machine.DeviceTree, 8).IsInside(memory));
    }
}
