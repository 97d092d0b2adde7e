// SPDX-License-Identifier: MIT
using System.Text;

namespace System;

/// <summary>Writes digits in the standard formats F, N, E, G, C and P.</summary>
internal static class NumberFormat
{
    private const int DefaultDecimals = 2;
    private const int DefaultExponentDecimals = 6;
    private const int ExponentDigits = 3;

    /// <param name="text">Gets the text.</param>
    /// <param name="number">The digits; they may be rounded.</param>
    /// <param name="kind">Letter of the format; 0: a custom one.</param>
    /// <param name="precision">-1: the format's own.</param>
    /// <param name="format">The custom format.</param>
    /// <param name="isInteger">Whether the number comes from an integer type.</param>
    internal static void Write(
        ref TextBuilder text, ref DecimalNumber number, char kind, int precision,
        ReadOnlySpan<char> format, bool isInteger)
    {
        switch (kind)
        {
            case 'F' or 'f':
                Fixed(ref text, ref number, precision < 0 ? DefaultDecimals : precision, false);
                break;
            case 'N' or 'n':
                Fixed(ref text, ref number, precision < 0 ? DefaultDecimals : precision, true);
                break;
            case 'C' or 'c':
                Currency(ref text, ref number, precision < 0 ? DefaultDecimals : precision);
                break;
            case 'P' or 'p':
                number.Point += number.Count == 0 ? 0 : 2;
                Fixed(ref text, ref number, precision < 0 ? DefaultDecimals : precision, true);
                text.Append(" %");
                break;
            case 'E' or 'e':
                number.Round((precision < 0 ? DefaultExponentDecimals : precision) + 1);
                Sign(ref text, in number);
                Scientific(ref text, in number,
                    precision < 0 ? DefaultExponentDecimals : precision, kind, ExponentDigits);
                break;
            case 'G' or 'g' or 'R' or 'r':
                General(ref text, ref number, kind, precision);
                break;
            case '\0':
                CustomFormat.Write(ref text, ref number, format);
                break;
            default:
                throw new FormatException("Format specifier was invalid.");
        }
    }

    internal static void Sign(ref TextBuilder text, in DecimalNumber number)
    {
        if (number.IsNegative && number.Count != 0)
            text.Append('-');
    }

    private static void Currency(ref TextBuilder text, ref DecimalNumber number, int decimals)
    {
        number.Round(number.Point + decimals);
        bool isNegative = number.IsNegative && number.Count != 0;
        number.IsNegative = false;
        text.Append(isNegative ? "(\u00a4" : "\u00a4");
        Fixed(ref text, ref number, decimals, true);
        if (isNegative)
            text.Append(')');
    }

    private static void Fixed(
        ref TextBuilder text, ref DecimalNumber number, int decimals, bool hasGroups)
    {
        number.Round(number.Point + decimals);
        Sign(ref text, in number);
        if (number.Point <= 0)
            text.Append('0');
        for (int i = 0; i < number.Point; i++)
        {
            text.Append((char)('0' + number[i]));
            int rest = number.Point - 1 - i;
            if (hasGroups && rest > 0 && rest % 3 == 0)
                text.Append(',');
        }
        if (decimals == 0)
            return;
        text.Append('.');
        for (int i = 0; i < decimals; i++)
            text.Append((char)('0' + number[number.Point + i]));
    }

    // Scientific when the exponent is below -5 or does not fit the digits.
    internal static void General(
        ref TextBuilder text, ref DecimalNumber number, char kind, int precision)
    {
        if (precision > 0)
            number.Round(precision);
        Sign(ref text, in number);
        int limit = precision > 0 ? precision : Math.Max(number.Count, 15);
        if (number.Count != 0 && (number.Point > limit || number.Point < -3))
        {
            char letter = kind is 'g' or 'r' ? 'e' : 'E';
            Scientific(ref text, in number, number.Count - 1, letter, 2);
            return;
        }
        Plain(ref text, in number);
    }

    /// <summary>All digits, without exponent and sign.</summary>
    internal static void Plain(ref TextBuilder text, in DecimalNumber number)
    {
        if (number.Point <= 0)
            text.Append('0');
        for (int i = 0; i < number.Point; i++)
            text.Append((char)('0' + number[i]));
        if (number.Count <= Math.Max(number.Point, 0))
            return;
        text.Append('.');
        text.Append('0', -number.Point);
        for (int i = Math.Max(number.Point, 0); i < number.Count; i++)
            text.Append((char)('0' + number[i]));
    }

    internal static void Scientific(
        ref TextBuilder text, in DecimalNumber number, int decimals, char letter,
        int exponentDigits)
    {
        text.Append((char)('0' + number[0]));
        if (decimals > 0)
            text.Append('.');
        for (int i = 1; i <= decimals; i++)
            text.Append((char)('0' + number[i]));
        text.Append(letter);
        Exponent(ref text, number.Count == 0 ? 0 : number.Point - 1, true, exponentDigits);
    }

    internal static void Exponent(ref TextBuilder text, int exponent, bool hasPlus, int digits)
    {
        if (exponent < 0)
            text.Append('-');
        else if (hasPlus)
            text.Append('+');
        string value = IntegerFormat.Decimal((ulong)Math.Abs(exponent));
        text.Append('0', digits - value.Length);
        text.Append(value);
    }
}
