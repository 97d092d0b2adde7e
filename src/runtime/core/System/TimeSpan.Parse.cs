// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System;

public readonly partial struct TimeSpan
{
    private const int FractionDigits = 7;
    private const int NumbersMax = 4;

    public static TimeSpan Parse(string s) => Parse(s, null);

    public static TimeSpan Parse(string input, IFormatProvider? formatProvider)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Parse(input.AsSpan(), formatProvider);
    }

    public static TimeSpan Parse(ReadOnlySpan<char> input, IFormatProvider? formatProvider = null)
    {
        ParseOutcome outcome = TryRead(input, out TimeSpan result);
        if (outcome == ParseOutcome.Done)
            return result;
        if (outcome == ParseOutcome.Overflow)
        {
            throw new OverflowException("The TimeSpan string '" + input.ToString()
                + "' could not be parsed because at least one of the numeric components is out of "
                + "range or contains too many digits.");
        }
        throw new FormatException(
            "String '" + input.ToString() + "' was not recognized as a valid TimeSpan.");
    }

    public static bool TryParse([NotNullWhen(true)] string? s, out TimeSpan result) =>
        TryParse(s.AsSpan(), null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? input, IFormatProvider? formatProvider,
        out TimeSpan result) => TryParse(input.AsSpan(), formatProvider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out TimeSpan result) =>
        TryParse(s, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> input, IFormatProvider? formatProvider, out TimeSpan result) =>
        TryRead(input, out result) == ParseOutcome.Done;

    // d | [d.]hh:mm[:ss[.f…]] | d:hh:mm:ss[.f…], each with a minus in front.
    private static ParseOutcome TryRead(ReadOnlySpan<char> input, out TimeSpan result)
    {
        result = default;
        ReadOnlySpan<char> text = input.Trim();
        bool isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
            text = text.Slice(1);
        Span<ulong> numbers = stackalloc ulong[NumbersMax];
        numbers.Clear();
        int count = 0, at = 0;
        bool hasDays = false, fits = true;
        ulong fraction = 0;
        while (true)
        {
            if (!TryNumber(text, ref at, out ulong number))
                return ParseOutcome.BadFormat;
            fits &= number < 100_000_000;
            numbers[count++] = number;
            if (at == text.Length)
                break;
            char separator = text[at++];
            if (separator == '.' && count >= (hasDays ? 4 : 3))
            {
                if (!TryFraction(text, ref at, ref fits, out fraction) || at != text.Length)
                    return ParseOutcome.BadFormat;
                break;
            }
            hasDays |= separator == '.';
            if (count == NumbersMax || !(separator == ':' || (separator == '.' && count == 1)))
                return ParseOutcome.BadFormat;
        }
        if (hasDays && count < 3)
            return ParseOutcome.BadFormat;
        bool isWhole = hasDays || count is 1 or 4;
        return Compose(isNegative, numbers, isWhole ? 0 : 1, fraction, fits, out result);
    }

    // The numbers are days, hours, minutes and seconds, the first of them left out or not.
    private static ParseOutcome Compose(
        bool isNegative, ReadOnlySpan<ulong> numbers, int first, ulong fraction, bool fits,
        out TimeSpan result)
    {
        result = default;
        ulong days = first == 0 ? numbers[0] : 0;
        ulong hours = numbers[1 - first], minutes = numbers[2 - first];
        ulong seconds = numbers[3 - first];
        if (!fits || hours > 23 || minutes > 59 || seconds > 59)
            return ParseOutcome.Overflow;
        ulong ticks = (((((((days * 24) + hours) * 60) + minutes) * 60) + seconds)
            * (ulong)TicksPerSecond) + fraction;
        if (days > (ulong)(long.MaxValue / TicksPerDay)
            || ticks > (ulong)long.MaxValue + (isNegative ? 1u : 0u))
        {
            return ParseOutcome.Overflow;
        }
        result = new(isNegative ? -(long)ticks : (long)ticks);
        return ParseOutcome.Done;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, ref int at, out ulong number)
    {
        int start = at;
        number = 0;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            number = Math.Min((number * 10) + text[at] - '0', uint.MaxValue);
        return at > start;
    }

    private static bool TryFraction(
        ReadOnlySpan<char> text, ref int at, ref bool fits, out ulong fraction)
    {
        int start = at;
        bool isThere = TryNumber(text, ref at, out fraction);
        fits &= at - start <= FractionDigits;
        for (int digits = at - start; digits < FractionDigits; digits++)
            fraction *= 10;
        return isThere;
    }
}
