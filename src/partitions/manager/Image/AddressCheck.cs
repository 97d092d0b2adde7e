// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// Checks each partition's address map, and each guest's: inside the address space, no two ranges
/// overlap.
/// </summary>
public static class AddressCheck
{
    private static PageRange AddressSpace =>
        new(Limits.PageBytes, (1ul << Limits.GuestAddressBits) - Limits.PageBytes);

    private static PageRange UtcbPages =>
        new(NativeLayout.Utcb, (ulong)NativeLayout.UtcbPagesMax * Limits.PageBytes);

    /// <summary>Checks them.</summary>
    /// <param name="view">The image.</param>
    /// <returns>Accepted, or the first thing that is wrong.</returns>
    public static Verdict Check(in ImageView view)
    {
        for (uint id = 0; id < view.Header.Partitions.Count; id++)
        {
            ref readonly PartitionRecord partition = ref view.Partition(id);
            uint count = partition.SegmentCount + partition.ResourceCount;
            bool isRight = AreDisjoint(in view, in partition, count, false)
                && AreDisjoint(in view, in partition, count, true)
                && CountWindows(in view, in partition) <= PartitionInfo.WindowsMax;
            if (!isRight) return new Verdict(Reason.ImageOverlap, ImageItem.Partition, id);
        }
        return Verdict.Accepted;
    }

    /// <summary>Whether a resource becomes a window of its partition.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>True when it does.</returns>
    public static bool IsWindow(in ResourceRecord resource) =>
        resource.Kind is ResourceKind.Memory or ResourceKind.Device or ResourceKind.GuestMemory
            or ResourceKind.GuestPayload
        && !ResourceCheck.IsInformationPage(in resource) && !ServerStacks.IsStack(in resource)
        && !ThreadStacks.IsStack(in resource);

    private static bool AreDisjoint(
        in ImageView view, in PartitionRecord partition, uint count, bool isGuest)
    {
        for (uint index = 0; index < count; index++)
        {
            PageRange range = RangeOf(in view, in partition, index, isGuest);
            if (range.Bytes == 0) continue;
            if (!range.IsInside(AddressSpace)) return false;
            if (!isGuest && range.Overlaps(UtcbPages)) return false;
            for (uint other = 0; other < index; other++)
            {
                if (range.Overlaps(RangeOf(in view, in partition, other, isGuest))) return false;
            }
        }
        return true;
    }

    // Segments first, then resources; empty when it has no place in that map.
    private static PageRange RangeOf(
        in ImageView view, in PartitionRecord partition, uint index, bool isGuest)
    {
        if (index < partition.SegmentCount)
        {
            ref readonly SegmentRecord segment = ref view.Segment(partition.FirstSegment + index);
            return isGuest ? default : new PageRange(segment.Address, segment.MemoryBytes);
        }
        ref readonly ResourceRecord resource = ref view.Resource(
            partition.FirstResource + (index - partition.SegmentCount));
        bool isThere = isGuest
            ? resource.Kind is ResourceKind.GuestMemory or ResourceKind.GuestDevice
            : resource.Kind is not (ResourceKind.Interrupt or ResourceKind.GuestDevice);
        return isThere ? new PageRange(resource.Address, resource.Bytes) : default;
    }

    private static int CountWindows(in ImageView view, in PartitionRecord partition)
    {
        int windowCount = 0;
        for (uint offset = 0; offset < partition.ResourceCount; offset++)
        {
            if (IsWindow(in view.Resource(partition.FirstResource + offset))) windowCount++;
        }
        return windowCount;
    }
}
