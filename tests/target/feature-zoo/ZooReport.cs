// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.FeatureZoo;

/// <summary>Lines of "name value", written into a fixed buffer.</summary>
public struct ZooReport
{
    private Buffer _bytes;
    private int _length;

    /// <summary>What has been written.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Text => ((ReadOnlySpan<byte>)_bytes)[.._length];

    /// <summary>Writes one line.</summary>
    /// <param name="name">What was tried.</param>
    /// <param name="value">What came out, shown as 16 hexadecimal digits.</param>
    public void Line(ReadOnlySpan<byte> name, ulong value)
    {
        Append(name);
        Put((byte)' ');
        for (int shift = 60; shift >= 0; shift -= 4)
            Put("0123456789abcdef"u8[(int)(value >> shift) & 15]);
        Put((byte)'\n');
    }

    /// <summary>Writes one line for a truth value.</summary>
    public void Line(ReadOnlySpan<byte> name, bool value) => Line(name, value ? 1ul : 0);

    private void Append(ReadOnlySpan<byte> text)
    {
        foreach (byte one in text)
            Put(one);
    }

    private void Put(byte one) => _bytes[_length++] = one;

    [InlineArray(8192)]
    private struct Buffer
    {
        private byte _element0;
    }
}
