// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>Checks of ranges that a caller alleges. No sum can wrap.</summary>
internal static class AddressRange
{
    /// <summary>Whether the range starts and ends at page boundaries, is not empty and lies below a
    /// limit.</summary>
    internal static Reason CheckPages(ulong start, ulong bytes, ulong limit, Reason outside)
    {
        if (((start | bytes) & (Limits.PageBytes - 1)) != 0) return Reason.Misaligned;
        if (bytes == 0) return Reason.EmptyRange;
        return start > limit || bytes > limit - start ? outside : Reason.None;
    }

    /// <summary>Whether two ranges that were checked share an address.</summary>
    internal static bool Overlap(ulong start, ulong bytes, ulong otherStart, ulong otherBytes) =>
        start < otherStart + otherBytes && otherStart < start + bytes;
}
