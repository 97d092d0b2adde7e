// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Model;

/// <summary>A range of addresses.</summary>
/// <param name="Base">First address.</param>
/// <param name="Size">Bytes; base and size together do not pass 2^64.</param>
public readonly record struct MemoryRange(ulong Base, ulong Size)
{
    /// <summary>The address after the last one.</summary>
    public ulong End => Base + Size;

    /// <summary>Whether two ranges share an address.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when they do; an empty range shares nothing.</returns>
    public bool Overlaps(MemoryRange other) =>
        Size != 0 && other.Size != 0 && Base < other.End && other.Base < End;

    /// <summary>Whether another range lies wholly in this one.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(MemoryRange other) => other.Base >= Base && other.End <= End
        && other.End >= other.Base;

    /// <summary>First and last address in hexadecimal.</summary>
    /// <returns>Text such as <c>0x40000000..0x4fffffff</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"0x{Base:x}..0x{End - 1:x}");
}
