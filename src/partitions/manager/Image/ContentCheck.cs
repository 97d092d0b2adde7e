// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>Checks that every byte that will be used is the one that was put into the
/// image.</summary>
public static class ContentCheck
{
    /// <summary>Checks it.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        Verdict verdict = CheckSegments(in view);
        return verdict.IsAccepted ? CheckPayloads(in view) : verdict;
    }

    /// <summary>Checks what one partition uses, before it starts again.</summary>
    /// <param name="view">The image, its tables checked.</param>
    /// <param name="id">Partition id.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view, uint id)
    {
        for (uint index = 0; index < view.Header.Segments.Count; index++)
        {
            if (OwnerOf(in view, ImageItem.Segment, index) != id) continue;
            Verdict verdict = CheckSegment(in view, index);
            if (!verdict.IsAccepted) return verdict;
        }
        ref readonly PartitionRecord partition = ref view.Partition(id);
        for (uint index = 0; index < view.Header.Payloads.Count; index++)
        {
            if (!HasPayload(in view, in partition, index)) continue;
            Verdict verdict = CheckPayload(in view, index);
            if (!verdict.IsAccepted) return verdict;
        }
        return Verdict.Accepted;
    }

    /// <summary>The partition that a segment or payload is for.</summary>
    /// <param name="view">The image, its tables checked.</param>
    /// <param name="item">Segment or payload.</param>
    /// <param name="index">Its index.</param>
    /// <returns>Partition id; all ones when it is none's, or the manager's.</returns>
    public static uint OwnerOf(in ImageView view, ImageItem item, uint index)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            bool isOwner = item == ImageItem.Segment
                && index - partition.FirstSegment < partition.SegmentCount;
            isOwner |= item == ImageItem.Payload && HasPayload(in view, in partition, index);
            if (isOwner) return id;
        }
        return uint.MaxValue;
    }

    private static bool HasPayload(
        in ImageView view, in PartitionRecord partition, uint index)
    {
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            ref readonly ResourceRecord resource = ref view.Resource(
                partition.FirstResource + offset);
            if (resource.Kind == ResourceKind.GuestPayload && resource.Index == index) return true;
        }
        return false;
    }

    private static Verdict CheckSegments(in ImageView view)
    {
        for (uint index = 0; index < view.Header.Segments.Count; index++)
        {
            ref readonly SegmentRecord segment = ref view.Segment(index);
            // The manager's data has changed since it runs.
            bool isLive = index < view.Header.ManagerSegmentCount
                && SegmentCheck.IsWritable(in segment);
            if (isLive) continue;
            Verdict verdict = CheckSegment(in view, index);
            if (!verdict.IsAccepted) return verdict;
        }
        return Verdict.Accepted;
    }

    private static Verdict CheckSegment(in ImageView view, uint index)
    {
        ref readonly SegmentRecord segment = ref view.Segment(index);
        return Hash(in view, segment.ImageOffset, segment.FileBytes) == segment.Hash
            ? Verdict.Accepted
            : new Verdict(Reason.ImagePayloadHash, ImageItem.Segment, index);
    }

    private static Verdict CheckPayloads(in ImageView view)
    {
        for (uint index = 0; index < view.Header.Payloads.Count; index++)
        {
            Verdict verdict = CheckPayload(in view, index);
            if (!verdict.IsAccepted) return verdict;
        }
        return Verdict.Accepted;
    }

    private static Verdict CheckPayload(in ImageView view, uint index)
    {
        ref readonly PayloadRecord payload = ref view.Payload(index);
        var image = new PageRange(0, view.Length);
        if (!new PageRange(payload.ImageOffset, payload.Bytes).IsInside(image))
        {
            return new Verdict(Reason.ImageTruncated, ImageItem.Payload, index);
        }
        return Hash(in view, payload.ImageOffset, payload.Bytes) == payload.Hash
            ? Verdict.Accepted
            : new Verdict(Reason.ImagePayloadHash, ImageItem.Payload, index);
    }

    private static ulong Hash(in ImageView view, ulong offset, ulong bytes) =>
        Hash64.Compute(view.Slice(offset, bytes));
}
