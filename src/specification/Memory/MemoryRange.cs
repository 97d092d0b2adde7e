// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Memory;

/// <summary>What ranges are acceptable.</summary>
internal static class MemoryRange
{
    /// <summary>Bytes of the guest-physical address space.</summary>
    internal const ulong GuestBytes = 1ul << Limits.GuestAddressBits;

    /// <summary>Checks a range of whole pages within a space that begins at 0.</summary>
    /// <param name="start">First byte.</param>
    /// <param name="bytes">Size.</param>
    /// <param name="limit">Size of the space.</param>
    /// <param name="outside">The reason when the range leaves it.</param>
    /// <returns>Why it is not acceptable.</returns>
    internal static Reason Check(ulong start, ulong bytes, ulong limit, Reason outside)
    {
        if (start % Limits.PageBytes != 0 || bytes % Limits.PageBytes != 0)
        {
            return Reason.Misaligned;
        }
        if (bytes == 0) return Reason.EmptyRange;
        return start > limit || bytes > limit - start ? outside : Reason.None;
    }

    /// <summary>Checks a range of guest-physical addresses.</summary>
    internal static Reason CheckGuest(ulong address, ulong bytes) =>
        Check(address, bytes, GuestBytes, Reason.OutsideAddressSpace);
}
