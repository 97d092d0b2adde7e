// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks the memory records: whole pages, inside the board's memory, no two
/// overlap.</summary>
public static class MemoryCheck
{
    private const MemoryAccess KnownAccess =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute | MemoryAccess.Device;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        Verdict verdict = CheckImage(in view);
        for (uint index = 0; verdict.IsAccepted && index < view.Header.Memory.Count; index++)
        {
            verdict = CheckOne(in view, index);
        }
        return verdict;
    }

    /// <summary>The host-physical range of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The range.</returns>
    public static PageRange RangeOf(in MemoryRecord record) =>
        new(record.HostAddress, record.Bytes);

    // Record 0 is the image itself: everything that runs in place is mapped out of it.
    private static Verdict CheckImage(in ImageView view)
    {
        ref readonly MemoryRecord image = ref view.Memory(0);
        bool isRight = image.HostAddress == view.Header.ImageAddress && image.Bytes >= view.Length
            && image.Access == (MemoryAccess.Read | MemoryAccess.Execute)
            && image.Partition == uint.MaxValue;
        return Verdict.Require(isRight, Reason.ImageRecord, ImageItem.Memory);
    }

    private static Verdict CheckOne(in ImageView view, uint index)
    {
        ref readonly MemoryRecord record = ref view.Memory(index);
        PageRange range = RangeOf(in record);
        bool isDevice = (record.Access & MemoryAccess.Device) != 0;
        bool isRight = range.IsPages && (record.Access & ~KnownAccess) == 0
            && !(isDevice && (record.Access & MemoryAccess.Execute) != 0)
            && (record.Partition == uint.MaxValue
                || record.Partition < view.Header.Partitions.Count);
        if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Memory, index);
        var board = new PageRange(view.Header.MemoryBase, view.Header.MemoryBytes);
        if (!isDevice && !range.IsInside(board))
        {
            return new Verdict(Reason.ImageOutsideMemory, ImageItem.Memory, index);
        }
        bool isFree = (isDevice ? !range.Overlaps(board) : range.Start >= view.Header.KernelEnd)
            && !OverlapsEarlier(in view, range, index);
        return Verdict.Require(isFree, Reason.ImageOverlap, ImageItem.Memory, index);
    }

    private static bool OverlapsEarlier(in ImageView view, PageRange range, uint index)
    {
        for (uint other = 0; other < index; other++)
        {
            if (range.Overlaps(RangeOf(in view.Memory(other)))) return true;
        }
        return false;
    }
}
