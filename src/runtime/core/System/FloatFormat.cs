// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

/// <summary>Texts of floating-point numbers: the shortest that reads back as the same number, or as
/// many digits as a format wants, each exact.</summary>
internal static class FloatFormat
{
    internal static string Text(double value, bool isSingle, ReadOnlySpan<char> format)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value, isSingle, format);
        return text.Take();
    }

    internal static bool TryWrite(
        double value, bool isSingle, ReadOnlySpan<char> format, Span<char> destination,
        out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value, isSingle, format);
        return text.TryCopyTo(destination, out written);
    }

    internal static bool TryWrite(
        double value, bool isSingle, ReadOnlySpan<char> format, Span<byte> destination,
        out int written)
    {
        TextBuilder text = new(stackalloc char[64]);
        Write(ref text, value, isSingle, format);
        return text.TryCopyTo(destination, out written);
    }

    private static void Write(
        ref TextBuilder text, double value, bool isSingle, ReadOnlySpan<char> format)
    {
        if (double.IsNaN(value))
        {
            text.Append("NaN");
            return;
        }
        if (double.IsInfinity(value))
        {
            text.Append(value > 0 ? "Infinity" : "-Infinity");
            return;
        }
        char kind = FormatText.Parse(format, out int precision);
        if (kind is 'R' or 'r')
        {
            kind = kind == 'R' ? 'G' : 'g';
            precision = -1;
        }
        DecimalNumber number = default;
        Digits(ref number, value, isSingle, kind, precision);
        if (number.Count == 0 && double.IsNegative(value))
            text.Append('-');
        if (kind is 'G' or 'g' && precision <= 0)
            Shortest(ref text, ref number, isSingle, kind);
        else
            NumberFormat.Write(ref text, ref number, kind, precision, format, false);
    }

    private static void Digits(
        ref DecimalNumber number, double value, bool isSingle, char kind, int precision)
    {
        int wanted = kind switch
        {
            'G' or 'g' => precision <= 0 ? 0 : precision,
            'E' or 'e' => (precision < 0 ? 6 : precision) + 1,
            '\0' => 15,
            _ => -((precision < 0 ? 2 : precision) + (kind is 'P' or 'p' ? 2 : 0)) - 1,
        };
        FloatDigits.Make(ref number, value, isSingle, wanted);
    }

    // Digits of the shortest text are all there are; it becomes scientific where more places than
    // a number needs at most would have to be filled.
    private static void Shortest(
        ref TextBuilder text, ref DecimalNumber number, bool isSingle, char kind)
    {
        NumberFormat.Sign(ref text, in number);
        int placesMax = isSingle ? 9 : 17;
        if (number.Count != 0 && (number.Point > placesMax || number.Point < -3))
        {
            NumberFormat.Scientific(
                ref text, in number, number.Count - 1, kind == 'g' ? 'e' : 'E', 2);
            return;
        }
        NumberFormat.Plain(ref text, in number);
    }
}
