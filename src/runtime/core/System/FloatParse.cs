// SPDX-License-Identifier: MIT
using System.Globalization;

namespace System;

/// <summary>Reads floating-point numbers, each to the nearest.</summary>
internal static class FloatParse
{
    private const int PointMax = 400;

    internal static bool TryRead(
        ReadOnlySpan<char> text, NumberStyles style, bool isSingle, out double value)
    {
        DecimalNumber number = default;
        if (NumberParse.TryRead(text, style, ref number) == ParseOutcome.Done)
        {
            value = Nearest(ref number, isSingle);
            return true;
        }
        return TryName(text.Trim(), out value);
    }

    private static bool TryName(ReadOnlySpan<char> text, out double value)
    {
        bool isNegative = text.Length > 0 && text[0] == '-';
        ReadOnlySpan<char> name = isNegative || (text.Length > 0 && text[0] == '+')
            ? text.Slice(1) : text;
        bool isInfinity = name.Equals("Infinity", StringComparison.OrdinalIgnoreCase)
            || name.Equals("\u221e", StringComparison.Ordinal);
        bool isName = isInfinity || name.Equals("NaN", StringComparison.OrdinalIgnoreCase);
        value = !isName ? 0 : !isInfinity ? double.NaN
            : isNegative ? double.NegativeInfinity : double.PositiveInfinity;
        return isName;
    }

    private static double Nearest(ref DecimalNumber number, bool isSingle)
    {
        double value = 0;
        if (number.Count != 0 && number.Point >= -PointMax)
        {
            value = number.Point > PointMax
                ? double.PositiveInfinity : Magnitude(ref number, isSingle);
        }
        return number.IsNegative ? -value : value;
    }

    // digits · 10^e as a quotient of whole numbers, brought to so many bits as the number has.
    private static double Magnitude(ref DecimalNumber number, bool isSingle)
    {
        int mantissaBits = isSingle ? 24 : 53;
        int exponentMin = isSingle ? -149 : -1074;
        BigNumber above = default, below = default;
        for (int i = 0; i < number.Count; i++)
            above.MultiplyAdd(10, (uint)number[i]);
        below.Set(1);
        int exponent = number.Point - number.Count;
        if (exponent > 0)
            above.MultiplyPowerOfTen(exponent);
        else
            below.MultiplyPowerOfTen(-exponent);
        int shift = Math.Min(
            mantissaBits + 1 - (above.BitCount - below.BitCount), -exponentMin + 1);
        if (shift > 0)
            above.ShiftLeft(shift);
        else
            below.ShiftLeft(-shift);
        ulong quotient = Quotient(ref above, in below, out bool hasRest);
        return Compose(quotient, hasRest || number.IsTruncated, -shift, mantissaBits, exponentMin,
            isSingle);
    }

    // Bit by bit: the quotient has at most 55 of them.
    private static ulong Quotient(ref BigNumber above, in BigNumber below, out bool hasRest)
    {
        ulong quotient = 0;
        int first = Math.Max(0, above.BitCount - below.BitCount);
        for (int bit = first; bit >= 0; bit--)
        {
            BigNumber part = below;
            part.ShiftLeft(bit);
            quotient <<= 1;
            if (BigNumber.Compare(in above, in part) < 0)
                continue;
            above.Subtract(in part);
            quotient |= 1;
        }
        hasRest = !above.IsZero;
        return quotient;
    }

    private static double Compose(
        ulong quotient, bool hasRest, int exponent, int mantissaBits, int exponentMin,
            bool isSingle)
    {
        int extra = 64 - System.Numerics.BitOperations.LeadingZeroCount(quotient) - mantissaBits;
        extra = Math.Max(extra, exponentMin - exponent);
        if (extra > 0)
        {
            if (extra > 63)
                return 0;
            ulong cut = quotient & ((1ul << extra) - 1);
            ulong half = 1ul << (extra - 1);
            quotient >>= extra;
            exponent += extra;
            if (cut > half || (cut == half && (hasRest || (quotient & 1) != 0)))
                quotient++;
        }
        if (quotient == 0)
            return 0;
        double value = Scale(quotient, exponent);
        return isSingle && value > float.MaxValue ? double.PositiveInfinity : value;
    }

    // The quotient fits the mantissa: putting the bits together is exact.
    private static double Scale(ulong quotient, int exponent)
    {
        int top = 63 - System.Numerics.BitOperations.LeadingZeroCount(quotient);
        int biased = exponent + top + 1023;
        if (biased >= 2047)
            return double.PositiveInfinity;
        if (biased <= 0)
            return BitConverter.UInt64BitsToDouble(quotient << (exponent + 1074));
        ulong mantissa = quotient << (63 - top);
        return BitConverter.UInt64BitsToDouble(
            ((ulong)biased << 52) | ((mantissa >> 11) & ((1ul << 52) - 1)));
    }
}
