// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Functions;

/// <summary>A number as the sum of two, the second at most half a unit in the last place of the
/// first: about 104 bits. For intermediate results, so that what is rounded at the end is right but
/// for rare halves.</summary>
internal readonly struct DoubleSum
{
    internal readonly double High;
    internal readonly double Low;

    internal DoubleSum(double high, double low)
    {
        High = high;
        Low = low;
    }

    /// <summary>The nearest number.</summary>
    internal double Value => High + Low;

    /// <summary>left + right, exactly.</summary>
    internal static DoubleSum Sum(double left, double right)
    {
        double sum = left + right;
        double added = sum - left;
        return new(sum, (left - (sum - added)) + (right - added));
    }

    /// <summary>large + small, exactly, when |large| is not below |small|.</summary>
    internal static DoubleSum Ordered(double large, double small)
    {
        double sum = large + small;
        return new(sum, (large - sum) + small);
    }

    /// <summary>left · right, exactly.</summary>
    internal static DoubleSum Product(double left, double right)
    {
        double product = left * right;
        return new(product, Math.FusedMultiplyAdd(left, right, -product));
    }

    /// <summary>The root of what is not negative and not zero.</summary>
    internal static DoubleSum Root(DoubleSum value)
    {
        double root = Math.Sqrt(value.High);
        double rest = Math.FusedMultiplyAdd(-root, root, value.High) + value.Low;
        return Ordered(root, rest / (2 * root));
    }

    public static DoubleSum operator -(DoubleSum value) => new(-value.High, -value.Low);

    public static DoubleSum operator +(DoubleSum left, DoubleSum right)
    {
        DoubleSum sum = Sum(left.High, right.High);
        return Ordered(sum.High, sum.Low + (left.Low + right.Low));
    }

    public static DoubleSum operator -(DoubleSum left, DoubleSum right) => left + -right;

    public static DoubleSum operator *(DoubleSum left, double right)
    {
        DoubleSum product = Product(left.High, right);
        return Ordered(product.High, product.Low + (left.Low * right));
    }

    public static DoubleSum operator *(DoubleSum left, DoubleSum right)
    {
        DoubleSum product = Product(left.High, right.High);
        return Ordered(product.High,
            product.Low + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleSum operator /(DoubleSum left, DoubleSum right)
    {
        double quotient = left.High / right.High;
        double rest = Math.FusedMultiplyAdd(-quotient, right.High, left.High)
            + (left.Low - (quotient * right.Low));
        return Ordered(quotient, rest / right.High);
    }

    /// <summary>c0 + c1·x + c2·x² + …, each step rounded once.</summary>
    internal static double Polynomial(ReadOnlySpan<double> factors, double x)
    {
        double sum = 0;
        for (int index = factors.Length - 1; index >= 0; index--)
            sum = Math.FusedMultiplyAdd(sum, x, factors[index]);
        return sum;
    }
}
