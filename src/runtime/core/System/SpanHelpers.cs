// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Memory operations; the native compiler calls two of them by name.</summary>
/// <remarks>A rest that is no whole step is a step that overlaps the one before: texts are short,
/// and a loop over their last bytes would be most of the work.</remarks>
internal static class SpanHelpers
{
    private const int StepBytes = 16;

    /// <summary>Copies bytes; the ranges may overlap.</summary>
    internal static void Memmove(ref byte dest, ref byte src, nuint len)
    {
        if (len < StepBytes)
            CopyShort(ref dest, ref src, len);
        // Unsigned distance: a destination inside the source range must be copied from the end.
        else if ((nuint)Unsafe.ByteOffset(ref src, ref dest) < len)
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
        for (; at + 8 <= len; at += 8)
            Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref dest, at), pattern);
        for (; at < len; at++)
            Unsafe.AddByteOffset(ref dest, at) = value;
    }

    // All loads before all stores, so that overlap does not matter.
    private static void CopyShort(ref byte dest, ref byte src, nuint len)
    {
        if (len >= 8)
        {
            ulong first = Load<ulong>(ref src, 0), last = Load<ulong>(ref src, len - 8);
            Store(ref dest, 0, first);
            Store(ref dest, len - 8, last);
        }
        else if (len >= 4)
        {
            uint first = Load<uint>(ref src, 0), last = Load<uint>(ref src, len - 4);
            Store(ref dest, 0, first);
            Store(ref dest, len - 4, last);
        }
        else if (len >= 2)
        {
            ushort first = Load<ushort>(ref src, 0), last = Load<ushort>(ref src, len - 2);
            Store(ref dest, 0, first);
            Store(ref dest, len - 2, last);
        }
        else if (len == 1)
        {
            dest = src;
        }
    }

    // The last step is loaded first: steps before it may write where it is read from.
    private static void CopyUp(ref byte dest, ref byte src, nuint len)
    {
        nuint end = len - StepBytes;
        ulong lastLow = Load<ulong>(ref src, end), lastHigh = Load<ulong>(ref src, end + 8);
        for (nuint at = 0; at < end; at += StepBytes)
        {
            ulong low = Load<ulong>(ref src, at), high = Load<ulong>(ref src, at + 8);
            Store(ref dest, at, low);
            Store(ref dest, at + 8, high);
        }
        Store(ref dest, end, lastLow);
        Store(ref dest, end + 8, lastHigh);
    }

    private static void CopyDown(ref byte dest, ref byte src, nuint len)
    {
        ulong firstLow = Load<ulong>(ref src, 0), firstHigh = Load<ulong>(ref src, 8);
        for (nuint at = len - StepBytes; (nint)at > 0; at -= StepBytes)
        {
            ulong low = Load<ulong>(ref src, at), high = Load<ulong>(ref src, at + 8);
            Store(ref dest, at, low);
            Store(ref dest, at + 8, high);
        }
        Store(ref dest, 0, firstLow);
        Store(ref dest, 8, firstHigh);
    }

    private static T Load<T>(ref byte from, nuint at) =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.AddByteOffset(ref from, at));

    private static void Store<T>(ref byte to, nuint at, T value) =>
        Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref to, at), value);
}
