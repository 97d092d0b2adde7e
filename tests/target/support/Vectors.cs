// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite;

/// <summary>v0 to v31 as two words each, then FPCR and FPSR.</summary>
[InlineArray(Count)]
public struct Vectors
{
    /// <summary>Number of words.</summary>
    public const int Count = 66;

    /// <summary>Index of FPCR.</summary>
    public const int Control = 64;

    /// <summary>Index of FPSR.</summary>
    public const int Status = 65;

    private ulong _element;

    /// <summary>Gives every word a value of its own, and rounding and status something
    /// odd.</summary>
    /// <param name="seed">What the values are made from.</param>
    public void Fill(ulong seed)
    {
        for (int word = 0; word < Control; word++) this[word] = seed + ((ulong)word << 32);
        this[Control] = 0x0080_0000; // rounding towards minus infinity
        this[Status] = 0x0800_0001; // cumulative saturation, invalid operation
    }
}
