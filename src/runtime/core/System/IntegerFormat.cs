// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

/// <summary>Texts of integers: the standard formats D, G, X, B, N, F, E, R, C and P, and custom
/// ones.
/// </summary>
internal static class IntegerFormat
{
    private const int DigitsMax = 20;

    internal static string Decimal(long value) => Decimal(value < 0, Magnitude(value));

    internal static string Decimal(ulong value) => Decimal(false, value);

    internal static string Signed(long value, int bits, string? format)
    {
        if (string.IsNullOrEmpty(format))
            return Decimal(value);
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value < 0, Magnitude(value), Bits(value, bits), format.AsSpan());
        return text.Take();
    }

    internal static string Unsigned(ulong value, string? format)
    {
        if (string.IsNullOrEmpty(format))
            return Decimal(value);
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, false, value, value, format.AsSpan());
        return text.Take();
    }

    internal static bool Signed(
        long value, int bits, ReadOnlySpan<char> format, Span<char> destination, out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value < 0, Magnitude(value), Bits(value, bits), format);
        return text.TryCopyTo(destination, out written);
    }

    internal static bool Unsigned(
        ulong value, ReadOnlySpan<char> format, Span<char> destination, out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, false, value, value, format);
        return text.TryCopyTo(destination, out written);
    }

    internal static bool Signed(
        long value, int bits, ReadOnlySpan<char> format, Span<byte> destination, out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value < 0, Magnitude(value), Bits(value, bits), format);
        return text.TryCopyTo(destination, out written);
    }

    internal static bool Unsigned(
        ulong value, ReadOnlySpan<char> format, Span<byte> destination, out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, false, value, value, format);
        return text.TryCopyTo(destination, out written);
    }

    internal static void AppendDecimal(ref TextBuilder text, bool isNegative, ulong magnitude)
    {
        Span<char> room = stackalloc char[DigitsMax + 1];
        TryDecimal(room, isNegative, magnitude, out int written);
        text.Append(room.Slice(0, written));
    }

    internal static bool TryDecimal(
        Span<char> destination, bool isNegative, ulong magnitude, out int written)
    {
        written = DigitCount(magnitude) + (isNegative ? 1 : 0);
        if (written > destination.Length)
            return false;
        if (isNegative)
            destination[0] = '-';
        Digits(magnitude, destination.Slice(0, written));
        return true;
    }

    private static string Decimal(bool isNegative, ulong magnitude)
    {
        Span<char> room = stackalloc char[DigitsMax + 1];
        TryDecimal(room, isNegative, magnitude, out int written);
        return string.Create(room.Slice(0, written));
    }

    private static int DigitCount(ulong value)
    {
        int count = 1;
        for (; value >= 1000; value /= 1000)
            count += 3;
        return value >= 100 ? count + 2 : value >= 10 ? count + 1 : count;
    }

    private static ulong Magnitude(long value) => value < 0 ? (ulong)(-value) : (ulong)value;

    private static ulong Bits(long value, int bits) =>
        bits == 64 ? (ulong)value : (ulong)value & ((1ul << bits) - 1);

    // Digits from the end of the room; gives the place of the first.
    private static int Digits(ulong value, Span<char> room)
    {
        int at = room.Length;
        do
        {
            ulong rest = value / 10;
            room[--at] = (char)('0' + (int)(value - (rest * 10)));
            value = rest;
        }
        while (value != 0);
        return at;
    }

    private static void Write(
        ref TextBuilder text, bool isNegative, ulong magnitude, ulong bits,
        ReadOnlySpan<char> format)
    {
        char kind = FormatText.Parse(format, out int precision);
        switch (kind)
        {
            case 'X' or 'x':
                Power(ref text, bits, 4, precision, kind == 'X' ? 'A' : 'a');
                return;
            case 'B' or 'b':
                Power(ref text, bits, 1, precision, 'A');
                return;
            case 'D' or 'd':
                Padded(ref text, isNegative, magnitude, precision);
                return;
            case 'G' or 'g' or 'R' or 'r' when precision <= 0:
                AppendDecimal(ref text, isNegative, magnitude);
                return;
            default:
                DecimalNumber number = DecimalNumber.Of(magnitude, isNegative);
                NumberFormat.Write(ref text, ref number, kind, precision, format, true);
                return;
        }
    }

    private static void Padded(
        ref TextBuilder text, bool isNegative, ulong magnitude, int precision)
    {
        Span<char> room = stackalloc char[DigitsMax];
        int start = Digits(magnitude, room);
        if (isNegative)
            text.Append('-');
        text.Append('0', precision - (DigitsMax - start));
        text.Append(room.Slice(start));
    }

    private static void Power(
        ref TextBuilder text, ulong bits, int shift, int precision, char letter)
    {
        int count = 1;
        while (count * shift < 64 && (bits >> (count * shift)) != 0)
            count++;
        text.Append('0', precision - count);
        for (int i = count - 1; i >= 0; i--)
        {
            int digit = (int)(bits >> (i * shift)) & ((1 << shift) - 1);
            text.Append((char)(digit < 10 ? '0' + digit : letter + digit - 10));
        }
    }
}
