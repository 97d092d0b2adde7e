// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Vmm.Uart;

/// <summary>Guest output that waits for the end of its line, for the buffer to fill, or for the
/// flush deadline: so that the console is called once per line and not once per
/// character.</summary>
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

    /// <summary>Adds a byte after which the buffer still waits as it did: no line end, not the
    /// first, not the last that fits.</summary>
    /// <param name="value">The byte.</param>
    /// <returns>Whether it was added; else nothing happened.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAddInside(byte value)
    {
        int count = _count;
        if ((uint)(count - 1) >= BytesMax - 2 || value == (byte)'\n') return false;
        _bytes[count] = value;
        _count = count + 1;
        return true;
    }

    /// <summary>Forgets the bytes.</summary>
    public void Clear() => _count = 0;
}
