// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Functions;

/// <summary>Exponential function and logarithm.</summary>
internal static class Powers
{
    /// <summary>Above, e^x is not finite even where the argument is rounded.</summary>
    internal const double LargestExponent = 709.79;

    /// <summary>Below, e^x is zero.</summary>
    internal const double SmallestExponent = -745.2;

    private const double BinaryOfE = 1.4426950408889634;

    // ln 2 and log10 2, of which the first part has 40 bits: a product with an exponent is exact.
    private const double LogOfTwo = 0.6931471805592082;
    private const double LogOfTwoRest = 7.371002565167799e-13;

    private static ReadOnlySpan<double> ExpFactors =>
    [
        1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5040, 1.0 / 40320, 1.0 / 362880,
        1.0 / 3628800, 1.0 / 39916800, 1.0 / 479001600, 1.0 / 6227020800,
    ];

    private static ReadOnlySpan<double> LogFactors =>
    [
        1.0 / 7, 1.0 / 9, 1.0 / 11, 1.0 / 13, 1.0 / 15, 1.0 / 17, 1.0 / 19, 1.0 / 21, 1.0 / 23,
        1.0 / 25,
    ];

    /// <summary>e^x = result · 2^exponent. The Taylor polynomial up to r^13, |r| ≤ ln 2 / 2, leaves
    /// out less than 2^-57.</summary>
    internal static DoubleSum Exp(DoubleSum x, out int exponent)
    {
        double whole = Math.Round(x.High * BinaryOfE);
        exponent = (int)whole;
        DoubleSum rest = DoubleSum.Sum(
            Math.FusedMultiplyAdd(-whole, LogOfTwo, x.High),
            Math.FusedMultiplyAdd(-whole, LogOfTwoRest, x.Low));
        DoubleSum first = DoubleSum.Ordered(1, rest.High);
        double sum = DoubleSum.Polynomial(ExpFactors, rest.High);
        double low = first.Low + Math.FusedMultiplyAdd(rest.Low, rest.High, rest.Low);
        return DoubleSum.Ordered(
            first.High, Math.FusedMultiplyAdd(rest.High * rest.High, sum, low));
    }

    /// <summary>e^x; an argument beyond the limits above gives zero or infinity.</summary>
    internal static double ExpValue(DoubleSum x)
    {
        if (x.High > LargestExponent)
            return double.PositiveInfinity;
        if (x.High < SmallestExponent)
            return 0;
        DoubleSum value = Exp(x, out int exponent);
        return Scale(value.Value, exponent);
    }

    /// <summary>value · 2^exponent, for an exponent from -1100 to 1100.</summary>
    internal static double Scale(double value, int exponent)
    {
        int half = exponent >> 1;
        return value * PowerOfTwo(half) * PowerOfTwo(exponent - half);
    }

    /// <summary>2^exponent, which is not subnormal.</summary>
    internal static double PowerOfTwo(int exponent) =>
        BitConverter.Int64BitsToDouble((exponent + 1023L) << 52);

    /// <summary>x = 2^exponent · m, √½ ≤ m ≤ √2, for a positive finite x; gives ln m.</summary>
    /// <remarks>ln m = 2 artanh s, s = (m - 1) / (m + 1), |s| &lt; 0.172. The series up to s^25
    /// leaves out less than 2^-70; its first two terms are summed in two parts, so that the result
    /// is right to about 2^-68, which a power with an exponent of a thousand needs.</remarks>
    internal static DoubleSum Log(double x, out int exponent)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent = 0;
        if (bits < 1L << 52)
        {
            bits = BitConverter.DoubleToInt64Bits(x * (1L << 54));
            exponent = -54;
        }
        // The mantissa of √2 and above goes to the next power of two.
        long shifted = bits - 0x3FE6_A09E_667F_3BCD;
        exponent += (int)(shifted >> 52);
        double m = BitConverter.Int64BitsToDouble(
            (shifted & ((1L << 52) - 1)) + 0x3FE6_A09E_667F_3BCD);
        DoubleSum s = new DoubleSum(m - 1, 0) / DoubleSum.Ordered(m < 1 ? 1 : m, m < 1 ? m : 1);
        DoubleSum square = s * s;
        double tail = square.High * DoubleSum.Polynomial(LogFactors, square.High);
        DoubleSum series = new DoubleSum(0.2, -1.1102230246251566e-17) + new DoubleSum(tail, 0);
        series = (square * series) + new DoubleSum(0.3333333333333333, 1.850371707708594e-17);
        return (s + (s * (square * series))) * 2;
    }

    /// <summary>ln x for a positive finite x.</summary>
    internal static DoubleSum Log(double x)
    {
        DoubleSum rest = Log(x, out int exponent);
        return Multiple(exponent, LogOfTwo, LogOfTwoRest) + rest;
    }

    internal static DoubleSum Log2(double x)
    {
        DoubleSum rest = Log(x, out int exponent);
        DoubleSum unit = new(BinaryOfE, 2.0355273740931033e-17);
        return new DoubleSum(exponent, 0) + (rest * unit);
    }

    internal static DoubleSum Log10(double x)
    {
        DoubleSum rest = Log(x, out int exponent);
        DoubleSum unit = new(0.4342944819032518, 1.098319650216765e-17);
        return Multiple(exponent, 0.30102999566361177, 3.694239077158931e-13) + (rest * unit);
    }

    // factor · (high + low), where the first product is exact.
    private static DoubleSum Multiple(int factor, double high, double low)
    {
        DoubleSum rest = DoubleSum.Product(factor, low);
        DoubleSum sum = DoubleSum.Ordered(factor * high, rest.High);
        return new(sum.High, sum.Low + rest.Low);
    }
}
