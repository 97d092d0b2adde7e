// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks that nothing has two owners: each writable piece of memory, each device range and each
/// interrupt belongs to one place, in memory meant for its partition.
/// </summary>
public static class OwnershipCheck
{
    /// <summary>Checks it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        Verdict verdict = CheckSegments(in view);
        if (verdict.IsAccepted) verdict = CheckParts(in view);
        uint pieceCount = view.Header.Segments.Count + view.Header.Resources.Count;
        for (uint index = 0; verdict.IsAccepted && index < pieceCount; index++)
        {
            verdict = CheckPiece(in view, index);
        }
        return verdict;
    }

    private static Verdict CheckSegments(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            for (uint offset = 0; offset < partition.SegmentCount; offset++)
            {
                uint index = partition.FirstSegment + offset;
                ref readonly SegmentRecord segment = ref view.Segment(index);
                bool isOwn = segment.Memory == 0 || view.Memory(segment.Memory).Partition == id;
                if (!isOwn) return new Verdict(Reason.ImageRecord, ImageItem.Segment, index);
            }
        }
        return Verdict.Accepted;
    }

    // No record belongs to two partitions: then two pieces of the tables never mean the same thing.
    private static Verdict CheckParts(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            for (uint other = 0; other < id; other++)
            {
                ref readonly PartitionRecord earlier = ref view.Partition(other);
                bool isShared = new PageRange(partition.FirstSegment, partition.SegmentCount)
                    .Overlaps(new PageRange(earlier.FirstSegment, earlier.SegmentCount));
                isShared |= new PageRange(partition.FirstResource, partition.ResourceCount)
                    .Overlaps(new PageRange(earlier.FirstResource, earlier.ResourceCount));
                if (isShared) return new Verdict(Reason.ImageOverlap, ImageItem.Partition, id);
            }
        }
        return Verdict.Accepted;
    }

    private static Verdict CheckPiece(in ImageView view, uint index)
    {
        uint memory = PieceOf(in view, index, out PageRange range);
        for (uint other = 0; range.Bytes != 0 && other < index; other++)
        {
            bool isSame = PieceOf(in view, other, out PageRange earlier) == memory;
            if (isSame && range.Overlaps(earlier)) return Overlap(in view, index);
        }
        return Verdict.Accepted;
    }

    private static Verdict Overlap(in ImageView view, uint index)
    {
        uint segmentCount = view.Header.Segments.Count;
        return index < segmentCount
            ? new Verdict(Reason.ImageOverlap, ImageItem.Segment, index)
            : new Verdict(Reason.ImageOverlap, ImageItem.Resource, index - segmentCount);
    }

    // The memory record and the range in it that a piece claims for itself; an interrupt claims a
    // number in a space of its own. Empty when it claims nothing.
    private static uint PieceOf(in ImageView view, uint index, out PageRange range)
    {
        range = default;
        if (index < view.Header.Segments.Count)
        {
            ref readonly SegmentRecord segment = ref view.Segment(index);
            if (segment.Memory != 0)
            {
                range = new PageRange(segment.MemoryOffset, segment.MemoryBytes);
            }
            return segment.Memory;
        }
        ref readonly ResourceRecord resource = ref view.Resource(
            index - view.Header.Segments.Count);
        if (resource.Kind == ResourceKind.Interrupt)
        {
            range = new PageRange(resource.Index, 1);
            return uint.MaxValue;
        }
        if (resource.Memory != 0) range = new PageRange(resource.MemoryOffset, resource.Bytes);
        return resource.Memory;
    }
}
