// SPDX-License-Identifier: MIT
namespace Bulkhead.Vmm;

/// <summary>Where the guest's memory is.</summary>
public readonly struct GuestMemoryRange
{
    private readonly ulong _base;
    private readonly ulong _bytes;

    /// <summary>Takes the range; it does not wrap.</summary>
    /// <param name="start">Guest-physical base.</param>
    /// <param name="bytes">Size.</param>
    public GuestMemoryRange(ulong start, ulong bytes)
    {
        _base = start;
        _bytes = bytes;
    }

    /// <summary>Whether a range lies inside, without wrapping.</summary>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="bytes">Size.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(ulong address, ulong bytes)
    {
        ulong offset = address - _base;
        return offset <= _bytes && bytes <= _bytes - offset;
    }

    /// <summary>Whether an A64 instruction can be fetched at an address.</summary>
    /// <param name="address">Guest-physical address.</param>
    /// <returns>Whether it is aligned and inside.</returns>
    public bool HasInstruction(ulong address) => (address & 3) == 0 && Contains(address, 4);
}
