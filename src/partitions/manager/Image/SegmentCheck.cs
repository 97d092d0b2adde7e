// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks the program segments: never writable and executable, read-only ones run out of the image,
/// writable ones have memory of their own.
/// </summary>
public static class SegmentCheck
{
    private const MemoryAccess KnownAccess =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint index = 0; index < view.Header.Segments.Count; index++)
        {
            Verdict verdict = CheckOne(in view, index);
            if (!verdict.IsAccepted) return verdict;
        }
        return Verdict.Accepted;
    }

    /// <summary>Whether the program may write to a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <returns>True when it may.</returns>
    public static bool IsWritable(in SegmentRecord segment) =>
        (segment.Access & MemoryAccess.Write) != 0;

    private static Verdict CheckOne(in ImageView view, uint index)
    {
        ref readonly SegmentRecord segment = ref view.Segment(index);
        bool isRight = new PageRange(segment.Address, segment.MemoryBytes).IsPages
            && (segment.Access & MemoryAccess.Read) != 0
            && (segment.Access & ~KnownAccess) == 0
            && !(IsWritable(in segment) && (segment.Access & MemoryAccess.Execute) != 0)
            && segment.ImageOffset % Limits.PageBytes == 0
            && segment.MemoryOffset % Limits.PageBytes == 0;
        if (!isRight) return new Verdict(Reason.ImageRecord, ImageItem.Segment, index);
        if (segment.FileBytes > segment.MemoryBytes)
        {
            return new Verdict(Reason.ImagePayloadTooLarge, ImageItem.Segment, index);
        }
        bool isOwn = IsWritable(in segment) && index >= view.Header.ManagerSegmentCount;
        return isOwn ? CheckOwn(in view, index) : CheckInPlace(in view, index);
    }

    private static Verdict CheckInPlace(in ImageView view, uint index)
    {
        ref readonly SegmentRecord segment = ref view.Segment(index);
        bool isInside = new PageRange(segment.ImageOffset, segment.MemoryBytes)
            .IsInside(new PageRange(view.Header.TableBytes, view.Length - view.Header.TableBytes));
        if (!isInside) return new Verdict(Reason.ImageTruncated, ImageItem.Segment, index);
        bool isRight = segment.Memory == 0 && segment.MemoryOffset == segment.ImageOffset;
        return Verdict.Require(isRight, Reason.ImageRecord, ImageItem.Segment, index);
    }

    private static Verdict CheckOwn(in ImageView view, uint index)
    {
        ref readonly SegmentRecord segment = ref view.Segment(index);
        bool isInside = new PageRange(segment.ImageOffset, segment.FileBytes)
            .IsInside(new PageRange(0, view.Length));
        if (!isInside) return new Verdict(Reason.ImageTruncated, ImageItem.Segment, index);
        bool hasMemory = segment.Memory != 0 && segment.Memory < view.Header.Memory.Count;
        if (!hasMemory) return new Verdict(Reason.ImageRecord, ImageItem.Segment, index);
        ref readonly MemoryRecord memory = ref view.Memory(segment.Memory);
        if ((memory.Access & (MemoryAccess.Write | MemoryAccess.Device)) != MemoryAccess.Write)
        {
            return new Verdict(Reason.ImageRecord, ImageItem.Segment, index);
        }
        bool fits = new PageRange(segment.MemoryOffset, segment.MemoryBytes)
            .IsInside(new PageRange(0, memory.Bytes));
        return Verdict.Require(fits, Reason.ImagePayloadTooLarge, ImageItem.Segment, index);
    }
}
