// SPDX-License-Identifier: MIT
using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Bulkhead.Native;

/// <summary>
/// A line of UTF-8 text in the making, without allocation. What does not fit is dropped.
/// </summary>
public struct TextBuffer
{
    /// <summary>Longest line in bytes.</summary>
    public const int BytesMax = 256;

    private TextBytes _bytes;
    private int _length;

    [InlineArray(BytesMax)]
    private struct TextBytes
    {
        private byte _element;
    }

    /// <summary>Bytes so far.</summary>
    public readonly int Length => _length;

    /// <summary>The text so far.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Text => ((Span<byte>)_bytes).Slice(0, _length);

    /// <summary>Starts anew.</summary>
    public void Clear() => _length = 0;

    /// <summary>Appends a line feed; in a full buffer it replaces the last byte.</summary>
    public void EndLine()
    {
        if (_length == BytesMax) _length--;
        Append((byte)'\n');
    }

    /// <summary>Appends text.</summary>
    /// <param name="utf8">UTF-8 text.</param>
    public void Append(scoped ReadOnlySpan<byte> utf8)
    {
        foreach (byte value in utf8) Append(value);
    }

    /// <summary>Appends one byte.</summary>
    /// <param name="value">The byte.</param>
    public void Append(byte value)
    {
        if (_length < BytesMax) _bytes[_length++] = value;
    }

    /// <summary>Appends a number in decimal.</summary>
    /// <param name="value">The number.</param>
    public void AppendDecimal(ulong value)
    {
        int digitCount = 1;
        for (ulong rest = value / 10; rest != 0; rest /= 10) digitCount++;
        int end = _length + digitCount;
        if (end > BytesMax) return;
        _length = end;
        for (; digitCount > 0; digitCount--)
        {
            _bytes[--end] = (byte)('0' + (value % 10));
            value /= 10;
        }
    }

    /// <summary>Appends a number in hexadecimal, as <c>0x1f</c>.</summary>
    /// <param name="value">The number.</param>
    public void AppendHex(ulong value)
    {
        Append("0x"u8);
        int shift = 60;
        while (shift > 0 && (value >> shift) == 0) shift -= 4;
        for (; shift >= 0; shift -= 4) Append("0123456789abcdef"u8[(int)(value >> shift) & 15]);
    }
}
