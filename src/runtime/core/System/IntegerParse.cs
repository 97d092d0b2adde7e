// SPDX-License-Identifier: MIT
using System.Globalization;

namespace System;

/// <summary>Reads integers.</summary>
internal static class IntegerParse
{
    internal static long Signed(ReadOnlySpan<char> text, NumberStyles style, int bits, string name)
    {
        ParseOutcome outcome = TrySigned(text, style, bits, out long value);
        return outcome == ParseOutcome.Done ? value : throw Failure(outcome, text, name);
    }

    internal static ulong Unsigned(
        ReadOnlySpan<char> text, NumberStyles style, int bits, string name)
    {
        ParseOutcome outcome = TryUnsigned(text, style, bits, out ulong value);
        return outcome == ParseOutcome.Done ? value : throw Failure(outcome, text, name);
    }

    internal static ParseOutcome TrySigned(
        ReadOnlySpan<char> text, NumberStyles style, int bits, out long value)
    {
        value = 0;
        ParseOutcome outcome =
            TryMagnitude(text, style, bits, out bool isNegative, out ulong magnitude);
        if (outcome != ParseOutcome.Done)
            return outcome;
        if (IsPattern(style))
        {
            value = (long)(magnitude << (64 - bits)) >> (64 - bits);
            return ParseOutcome.Done;
        }
        ulong limit = (1ul << (bits - 1)) - (isNegative ? 0u : 1u);
        if (magnitude > limit)
            return ParseOutcome.Overflow;
        value = isNegative ? -(long)magnitude : (long)magnitude;
        return ParseOutcome.Done;
    }

    internal static ParseOutcome TryUnsigned(
        ReadOnlySpan<char> text, NumberStyles style, int bits, out ulong value)
    {
        ParseOutcome outcome = TryMagnitude(text, style, bits, out bool isNegative, out value);
        if (outcome != ParseOutcome.Done)
            return outcome;
        bool fits = (bits == 64 || value >> bits == 0) && (!isNegative || value == 0);
        return fits ? ParseOutcome.Done : ParseOutcome.Overflow;
    }

    internal static Exception Failure(ParseOutcome outcome, ReadOnlySpan<char> text, string name) =>
        outcome == ParseOutcome.Overflow
            ? new OverflowException(
                "Value was either too large or too small for " + Named(name) + ".")
            : new FormatException(
                "The input string '" + text.ToString() + "' was not in a correct format.");

    private static string Named(string name) => name switch
    {
        "Byte" => "an unsigned byte",
        "SByte" => "a signed byte",
        _ => (name[0] == 'I' ? "an " : "a ") + name,
    };

    private static bool IsPattern(NumberStyles style) =>
        (style & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) != 0;

    private static ParseOutcome TryMagnitude(
        ReadOnlySpan<char> text, NumberStyles style, int bits, out bool isNegative,
        out ulong magnitude)
    {
        if (IsPattern(style))
        {
            isNegative = false;
            return TryPattern(Trimmed(text, style), style, bits, out magnitude);
        }
        magnitude = 0;
        DecimalNumber number = default;
        ParseOutcome outcome = NumberParse.TryRead(text, style, ref number);
        isNegative = number.IsNegative;
        if (outcome != ParseOutcome.Done)
            return outcome;
        return number.TryInteger(out magnitude) ? ParseOutcome.Done : ParseOutcome.Overflow;
    }

    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text, NumberStyles style)
    {
        int start = 0, end = text.Length;
        if ((style & NumberStyles.AllowLeadingWhite) != 0)
        {
            while (start < end && char.IsWhiteSpace(text[start]))
                start++;
        }
        if ((style & NumberStyles.AllowTrailingWhite) != 0)
        {
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
        }
        return text.Slice(start, end - start);
    }

    private static ParseOutcome TryPattern(
        ReadOnlySpan<char> text, NumberStyles style, int bits, out ulong value)
    {
        int shift = (style & NumberStyles.AllowHexSpecifier) != 0 ? 4 : 1;
        value = 0;
        if (text.IsEmpty)
            return ParseOutcome.BadFormat;
        bool fits = true;
        foreach (char c in text)
        {
            int digit = Digit(c);
            if (digit < 0 || digit >> shift != 0)
                return ParseOutcome.BadFormat;
            fits &= value >> (bits - shift) == 0;
            value = (value << shift) | (uint)digit;
        }
        return fits ? ParseOutcome.Done : ParseOutcome.Overflow;
    }

    private static int Digit(char c)
    {
        if (char.IsAsciiDigit(c))
            return c - '0';
        int letter = (c | 0x20) - 'a';
        return (uint)letter < 6 ? letter + 10 : -1;
    }
}
