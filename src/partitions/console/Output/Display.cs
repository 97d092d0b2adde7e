// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Partitions.Console;

/// <summary>What the console itself sends to the terminal. It remembers the style that is set
/// there.</summary>
public struct Display
{
    private TextStyle _style;

    /// <summary>Sends text of the console's own.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="utf8">The text.</param>
    public static void Text<TSink>(ref TSink sink, ReadOnlySpan<byte> utf8)
        where TSink : struct, ISink
    {
        foreach (byte value in utf8) sink.Put(value);
    }

    /// <summary>Ends the line in the terminal's normal style.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    public void EndLine<TSink>(ref TSink sink) where TSink : struct, ISink
    {
        SetStyle(ref sink, default);
        Text(ref sink, "\r\n"u8);
    }

    /// <summary>Takes the line away and goes to its start.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    public void EraseLine<TSink>(ref TSink sink) where TSink : struct, ISink
    {
        sink.Put((byte)'\r');
        EraseToEnd(ref sink);
    }

    /// <summary>Sends a tag in the terminal's normal style.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="name">Name in the tag.</param>
    public void Tag<TSink>(ref TSink sink, ReadOnlySpan<byte> name) where TSink : struct, ISink
    {
        SetStyle(ref sink, default);
        sink.Put((byte)'[');
        Text(ref sink, name);
        Text(ref sink, "] "u8);
    }

    /// <summary>Sends one character.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="codePoint">The character, or a tab.</param>
    /// <param name="style">Its style.</param>
    public void Character<TSink>(ref TSink sink, uint codePoint, TextStyle style)
        where TSink : struct, ISink
    {
        SetStyle(ref sink, style);
        if (codePoint < 0x80)
        {
            sink.Put((byte)codePoint);
            return;
        }
        int shift = codePoint < 0x800 ? 6 : codePoint < 0x10000 ? 12 : 18;
        uint lead = shift == 6 ? 0xc0u : shift == 12 ? 0xe0u : 0xf0u;
        sink.Put((byte)(lead | (codePoint >> shift)));
        for (shift -= 6; shift >= 0; shift -= 6)
        {
            sink.Put((byte)(0x80 | ((codePoint >> shift) & 0x3f)));
        }
    }

    /// <summary>Moves the terminal's cursor.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    /// <param name="count">Columns; 0 does nothing.</param>
    /// <param name="final"><c>D</c> for left, <c>C</c> for right.</param>
    public static void Move<TSink>(ref TSink sink, uint count, byte final)
        where TSink : struct, ISink
    {
        if (count == 0) return;
        if (count == 1 && final == (byte)'D')
        {
            sink.Put((byte)'\b');
            return;
        }
        Text(ref sink, "\u001b["u8);
        Number(ref sink, count);
        sink.Put(final);
    }

    /// <summary>Erases to the end of the line.</summary>
    /// <typeparam name="TSink">Where bytes go.</typeparam>
    /// <param name="sink">Where bytes go.</param>
    public void EraseToEnd<TSink>(ref TSink sink) where TSink : struct, ISink
    {
        SetStyle(ref sink, default);
        Text(ref sink, "\u001b[K"u8);
    }

    private void SetStyle<TSink>(ref TSink sink, TextStyle style) where TSink : struct, ISink
    {
        if (style.Bits == _style.Bits) return;
        _style = style;
        Text(ref sink, "\u001b[0"u8);
        if (style.IsBold) Text(ref sink, ";1"u8);
        if (style.Foreground != 0) Colour(ref sink, style.Foreground - 1, 30, 82);
        if (style.Background != 0) Colour(ref sink, style.Background - 1, 40, 92);
        sink.Put((byte)'m');
    }

    // Colours 8 to 15 are the bright ones; their codes start elsewhere.
    private static void Colour<TSink>(ref TSink sink, uint colour, uint normal, uint bright)
        where TSink : struct, ISink
    {
        sink.Put((byte)';');
        Number(ref sink, colour + (colour < 8 ? normal : bright));
    }

    private static void Number<TSink>(ref TSink sink, uint value) where TSink : struct, ISink
    {
        if (value >= 100) sink.Put((byte)('0' + (value / 100 % 10)));
        if (value >= 10) sink.Put((byte)('0' + (value / 10 % 10)));
        sink.Put((byte)('0' + (value % 10)));
    }
}
