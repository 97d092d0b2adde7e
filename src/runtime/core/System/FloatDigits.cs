// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Decimal digits of floating-point numbers, exact (Steele and White, "How to print
/// floating-point numbers accurately", 1990).</summary>
internal static class FloatDigits
{
    private const int DoubleBias = 1075;
    private const int SingleBias = 150;
    private const double Log10Of2 = 0.30102999566398119521;

    /// <summary>Makes digits.</summary>
    /// <param name="number">Gets them.</param>
    /// <param name="value">A finite number.</param>
    /// <param name="isSingle">Whether its neighbours are those of a <c>float</c>.</param>
    /// <param name="wanted">0: the fewest that tell it from its neighbours. Above 0: so many. Below
    /// 0:
    /// up to -1 - so many behind the decimal point.</param>
    internal static void Make(ref DecimalNumber number, double value, bool isSingle, int wanted)
    {
        number.IsNegative = double.IsNegative(value);
        if (value == 0)
            return;
        Split(value, isSingle, out ulong mantissa, out int exponent, out bool isPower);
        BigNumber rest = default, scale = default, below = default, above = default;
        rest.Set(mantissa);
        scale.Set(1);
        below.Set(1);
        // Everything is doubled, so that half a distance to a neighbour is a whole number; at a
        // power
        // of two the neighbour below is nearer.
        int shift = isPower ? 2 : 1;
        rest.ShiftLeft(Math.Max(exponent, 0) + shift);
        scale.ShiftLeft(Math.Max(-exponent, 0) + shift);
        below.ShiftLeft(Math.Max(exponent, 0));
        above = below;
        if (isPower)
            above.ShiftLeft(1);
        int point = Estimate(mantissa, exponent);
        if (point > 0)
            scale.MultiplyPowerOfTen(point);
        else
            Scale(ref rest, ref below, ref above, -point);
        bool isEven = (mantissa & 1) == 0;
        bool isTooLow = wanted == 0
            ? IsAbove(BigNumber.CompareSum(in rest, in above, in scale), isEven)
            : BigNumber.Compare(in rest, in scale) >= 0;
        if (isTooLow)
            point++;
        else
            Scale(ref rest, ref below, ref above, 1);
        number.Point = point;
        if (wanted == 0)
            Fewest(ref number, ref rest, in scale, ref below, ref above, isEven);
        else
            Fixed(ref number, ref rest, in scale, wanted > 0 ? wanted : point - wanted - 1);
        number.DropZeros();
    }

    private static void Split(
        double value, bool isSingle, out ulong mantissa, out int exponent, out bool isPower)
    {
        int mantissaBits = isSingle ? 23 : 52;
        ulong bits = isSingle ? BitConverter.SingleToUInt32Bits((float)value)
            : BitConverter.DoubleToUInt64Bits(value);
        mantissa = bits & ((1ul << mantissaBits) - 1);
        int biased = (int)(bits >> mantissaBits) & (isSingle ? 0xFF : 0x7FF);
        isPower = mantissa == 0 && biased > 1;
        if (biased != 0)
            mantissa |= 1ul << mantissaBits;
        exponent = Math.Max(biased, 1) - (isSingle ? SingleBias : DoubleBias);
    }

    // At most one too low.
    private static int Estimate(ulong mantissa, int exponent)
    {
        int bits = 63 - System.Numerics.BitOperations.LeadingZeroCount(mantissa);
        return (int)Math.Ceiling(((bits + exponent) * Log10Of2) - 1e-10);
    }

    private static void Scale(
        ref BigNumber rest, ref BigNumber below, ref BigNumber above, int exponent)
    {
        rest.MultiplyPowerOfTen(exponent);
        below.MultiplyPowerOfTen(exponent);
        above.MultiplyPowerOfTen(exponent);
    }

    private static bool IsAbove(int order, bool isEven) => isEven ? order >= 0 : order > 0;

    private static void Fewest(
        ref DecimalNumber number, ref BigNumber rest, in BigNumber scale, ref BigNumber below,
        ref BigNumber above, bool isEven)
    {
        while (true)
        {
            int digit = rest.DivideDigit(in scale);
            int low = BigNumber.Compare(in rest, in below);
            bool isLow = isEven ? low <= 0 : low < 0;
            bool isHigh = IsAbove(BigNumber.CompareSum(in rest, in above, in scale), isEven);
            if (!isLow && !isHigh)
            {
                number.Append(digit);
                Scale(ref rest, ref below, ref above, 1);
                continue;
            }
            if (isHigh && (!isLow || IsUpperHalf(in rest, in scale, digit)))
                digit++;
            AppendCarrying(ref number, digit);
            return;
        }
    }

    private static bool IsUpperHalf(in BigNumber rest, in BigNumber scale, int digit)
    {
        int order = BigNumber.CompareSum(in rest, in rest, in scale);
        return order > 0 || (order == 0 && (digit & 1) != 0);
    }

    private static void Fixed(
        ref DecimalNumber number, ref BigNumber rest, in BigNumber scale, int count)
    {
        for (int i = 0; i < count && !rest.IsZero; i++)
        {
            number.Append(rest.DivideDigit(in scale));
            rest.MultiplyAdd(10, 0);
        }
        if (count < 0 || rest.IsZero)
        {
            if (count < 0)
                number.Point = 0;
            return;
        }
        // The first digit that is left out decides: the rest has been multiplied by ten already.
        // The middle goes to the even neighbour.
        int next = rest.DivideDigit(in scale);
        bool isOdd = number.Count != 0 && (number[number.Count - 1] & 1) != 0;
        if (next < 5 || (next == 5 && rest.IsZero && !isOdd))
            return;
        if (number.Count == 0)
        {
            number.Append(1);
            number.Point++;
            return;
        }
        RoundUp(ref number);
    }

    private static void RoundUp(ref DecimalNumber number)
    {
        int at = number.Count - 1;
        while (at >= 0 && number[at] == 9)
            at--;
        if (at < 0)
        {
            number.Digits[0] = 1;
            number.Count = 1;
            number.Point++;
            return;
        }
        number.Digits[at]++;
        number.Count = at + 1;
    }

    private static void AppendCarrying(ref DecimalNumber number, int digit)
    {
        if (digit < 10)
        {
            number.Append(digit);
            return;
        }
        if (number.Count == 0)
        {
            number.Append(1);
            number.Point++;
            return;
        }
        RoundUp(ref number);
    }
}
