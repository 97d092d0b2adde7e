// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Block operations that the native compiler calls by name for large structs.</summary>
/// <remarks>
/// They move at most eight bytes at a time: vector registers at EL2 would destroy what a partition
/// holds in them.
/// </remarks>
internal static class SpanHelpers
{
    /// <summary>Copies bytes; source and destination may overlap.</summary>
    internal static void Memmove(ref byte dest, ref byte src, nuint len)
    {
        // Unsigned distance: a destination inside the source range must be copied from the end.
        if ((nuint)Unsafe.ByteOffset(ref src, ref dest) < len)
            CopyDown(ref dest, ref src, len);
        else
            CopyUp(ref dest, ref src, len);
    }

    /// <summary>Zeroes bytes.</summary>
    internal static void ClearWithoutReferences(ref byte dest, nuint len) => Fill(ref dest, 0, len);

    /// <summary>Sets bytes.</summary>
    internal static void Fill(ref byte dest, byte value, nuint len)
    {
        ulong pattern = value * 0x0101010101010101ul;
        nuint at = 0;
        for (; at + 16 <= len; at += 16)
        {
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref dest, at), pattern);
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref dest, at + 8), pattern);
        }
        for (; at < len; at++)
            Unsafe.AddByteOffset(ref dest, at) = value;
    }

    private static void CopyUp(ref byte dest, ref byte src, nuint len)
    {
        nuint at = 0;
        for (; at + 16 <= len; at += 16)
        {
            // Both loads before both stores: the pair stays right when the ranges overlap.
            ulong low = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref src, at));
            ulong high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref src, at + 8));
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref dest, at), low);
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref dest, at + 8), high);
        }
        for (; at < len; at++)
            Unsafe.AddByteOffset(ref dest, at) = Unsafe.AddByteOffset(ref src, at);
    }

    private static void CopyDown(ref byte dest, ref byte src, nuint len)
    {
        nuint at = len;
        for (; at >= 8; at -= 8)
        {
            Unsafe.WriteUnaligned(
                ref Unsafe.AddByteOffset(ref dest, at - 8),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.AddByteOffset(ref src, at - 8)));
        }
        for (; at > 0; at--)
            Unsafe.AddByteOffset(ref dest, at - 1) = Unsafe.AddByteOffset(ref src, at - 1);
    }
}
