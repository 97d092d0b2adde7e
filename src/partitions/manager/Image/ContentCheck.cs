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
            if (Hash(in view, segment.ImageOffset, segment.FileBytes) != segment.Hash)
            {
                return new Verdict(Reason.ImagePayloadHash, ImageItem.Segment, index);
            }
        }
        return Verdict.Accepted;
    }

    private static Verdict CheckPayloads(in ImageView view)
    {
        var image = new PageRange(0, view.Length);
        for (uint index = 0; index < view.Header.Payloads.Count; index++)
        {
            ref readonly PayloadRecord payload = ref view.Payload(index);
            if (!new PageRange(payload.ImageOffset, payload.Bytes).IsInside(image))
            {
                return new Verdict(Reason.ImageTruncated, ImageItem.Payload, index);
            }
            if (Hash(in view, payload.ImageOffset, payload.Bytes) != payload.Hash)
            {
                return new Verdict(Reason.ImagePayloadHash, ImageItem.Payload, index);
            }
        }
        return Verdict.Accepted;
    }

    private static ulong Hash(in ImageView view, ulong offset, ulong bytes) =>
        Hash64.Compute(view.Slice(offset, bytes));
}
