// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>Guest output that waits for the end of its line, for the buffer to fill, or for the flush deadline: so that
/// the console is called once per line and not once per character.</summary>
public struct TransmitBuffer
{
    /// <summary>Most bytes.</summary>
    public const int BytesMax = 128;

    private Storage _bytes;
    private int _count;

    [InlineArray(BytesMax)]
    private struct Storage
    {
        private byte _element;
    }

    /// <summary>Bytes that wait.</summary>
    public readonly int Count => _count;

    /// <summary>The bytes that wait.</summary>
    [UnscopedRef]
    public readonly ReadOnlySpan<byte> Bytes => ((ReadOnlySpan<byte>)_bytes).Slice(0, _count);

    /// <summary>Adds a byte.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Whether the buffer must be written out now: a line ended, or it is full.</returns>
    public bool Add(byte value)
    {
        int count = _count;
        if ((uint)count < BytesMax) _bytes[count++] = value;
        _count = count;
        return value == (byte)'\n' || count >= BytesMax;
    }

    /// <summary>Forgets the bytes.</summary>
    public void Clear() => _count = 0;
}
