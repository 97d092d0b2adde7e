// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>A range of addresses or offsets.</summary>
public readonly struct PageRange
{
    /// <summary>First address.</summary>
    public readonly ulong Start;

    /// <summary>Size in bytes.</summary>
    public readonly ulong Bytes;

    /// <summary>Builds a range.</summary>
    /// <param name="start">First address.</param>
    /// <param name="bytes">Size in bytes.</param>
    public PageRange(ulong start, ulong bytes)
    {
        Start = start;
        Bytes = bytes;
    }

    /// <summary>Whether it consists of whole pages, at least one, and does not wrap
    /// around.</summary>
    public bool IsPages =>
        ((Start | Bytes) & (Limits.PageBytes - 1)) == 0 && Bytes != 0 && Start <= 0 - Bytes;

    /// <summary>Whether it lies inside a larger one.</summary>
    /// <param name="outer">The larger one, which does not wrap around.</param>
    /// <returns>True when it does.</returns>
    public bool IsInside(PageRange outer) =>
        Start >= outer.Start && Bytes <= outer.Bytes && Start - outer.Start <= outer.Bytes - Bytes;

    /// <summary>Whether it shares an address with another; neither wraps around.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when it does.</returns>
    public bool Overlaps(PageRange other) =>
        Bytes != 0 && other.Bytes != 0
        && (Start >= other.Start ? Start - other.Start < other.Bytes : other.Start - Start < Bytes);
}
