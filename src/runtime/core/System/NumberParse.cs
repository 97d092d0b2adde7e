// SPDX-License-Identifier: MIT
using System.Globalization;

namespace System;

/// <summary>Reads the text of a number into digits.</summary>
internal static class NumberParse
{
    private const int ExponentMax = 9999;

    internal static ParseOutcome TryRead(
        ReadOnlySpan<char> text, NumberStyles style, ref DecimalNumber number)
    {
        int at = 0;
        if (Has(style, NumberStyles.AllowLeadingWhite))
            SkipBlanks(text, ref at);
        bool hasSign = TrySign(text, style, NumberStyles.AllowLeadingSign, ref at, ref number);
        bool isOpen = !hasSign && Has(style, NumberStyles.AllowParentheses)
            && TryTake(text, '(', ref at);
        if (!TryDigits(text, style, ref at, ref number))
            return ParseOutcome.BadFormat;
        if (Has(style, NumberStyles.AllowExponent))
            ReadExponent(text, ref at, ref number);
        if (!hasSign && !isOpen)
            TrySign(text, style, NumberStyles.AllowTrailingSign, ref at, ref number);
        if (isOpen)
        {
            if (!TryTake(text, ')', ref at))
                return ParseOutcome.BadFormat;
            number.IsNegative = true;
        }
        if (Has(style, NumberStyles.AllowTrailingWhite))
            SkipBlanks(text, ref at);
        // Zeros at the end are taken as the framework does.
        while (at < text.Length && text[at] == '\0')
            at++;
        number.DropZeros();
        return at == text.Length ? ParseOutcome.Done : ParseOutcome.BadFormat;
    }

    private static bool Has(NumberStyles style, NumberStyles flag) => (style & flag) != 0;

    private static void SkipBlanks(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && (text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')))
            at++;
    }

    private static bool TryTake(ReadOnlySpan<char> text, char wanted, ref int at)
    {
        bool isThere = at < text.Length && text[at] == wanted;
        if (isThere)
            at++;
        return isThere;
    }

    private static bool TrySign(
        ReadOnlySpan<char> text, NumberStyles style, NumberStyles flag, ref int at,
        ref DecimalNumber number)
    {
        if (!Has(style, flag) || at >= text.Length || (text[at] is not ('+' or '-')))
            return false;
        number.IsNegative = text[at++] == '-';
        return true;
    }

    private static bool TryDigits(
        ReadOnlySpan<char> text, NumberStyles style, ref int at, ref DecimalNumber number)
    {
        bool hasDigit = false, hasPoint = false;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (char.IsAsciiDigit(c))
            {
                hasDigit = true;
                AddDigit(c - '0', hasPoint, ref number);
            }
            else if (c == '.' && !hasPoint && Has(style, NumberStyles.AllowDecimalPoint))
            {
                hasPoint = true;
            }
            else if (!(c == ',' && hasDigit && !hasPoint
                && Has(style, NumberStyles.AllowThousands)))
            {
                break;
            }
        }
        return hasDigit;
    }

    private static void AddDigit(int digit, bool isFraction, ref DecimalNumber number)
    {
        if (number.Count == 0 && digit == 0)
        {
            // A zero before the first digit moves the point only behind it.
            if (isFraction)
                number.Point--;
            return;
        }
        number.Append(digit);
        if (!isFraction)
            number.Point++;
    }

    private static void ReadExponent(
        ReadOnlySpan<char> text, ref int at, ref DecimalNumber number)
    {
        if (at >= text.Length || (text[at] | 0x20) != 'e')
            return;
        int next = at + 1;
        bool isNegative = false;
        if (next < text.Length && (text[next] is '+' or '-'))
            isNegative = text[next++] == '-';
        if (next >= text.Length || !char.IsAsciiDigit(text[next]))
            return;
        int exponent = 0;
        for (; next < text.Length && char.IsAsciiDigit(text[next]); next++)
            exponent = Math.Min((exponent * 10) + text[next] - '0', ExponentMax);
        number.Point += isNegative ? -exponent : exponent;
        at = next;
    }
}
