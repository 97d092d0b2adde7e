// SPDX-License-Identifier: MIT
using Internal.Runtime.Functions;

namespace System;

public static partial class Math
{
    public static double Exp(double d) => double.IsNaN(d) ? d : Powers.ExpValue(new(d, 0));

    public static double Log(double d) => IsLimit(d, out double limit)
        ? limit : Powers.Log(d).Value;

    public static double Log2(double x) => IsLimit(x, out double limit)
        ? limit : Powers.Log2(x).Value;

    public static double Log10(double d) => IsLimit(d, out double limit)
        ? limit : Powers.Log10(d).Value;

    public static double Log(double a, double newBase)
    {
        if (double.IsNaN(a) || double.IsNaN(newBase))
            return double.NaN;
        if (newBase == 1 || (a != 1 && (newBase == 0 || double.IsPositiveInfinity(newBase))))
            return double.NaN;
        return Log(a) / Log(newBase);
    }

    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1)
            return 1;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double size = Abs(x);
        if (double.IsInfinity(y))
            return size == 1 ? 1 : size > 1 == y > 0 ? double.PositiveInfinity : 0;
        bool isWhole = Truncate(y) == y;
        // Above 2^53 every number is even.
        bool isOdd = isWhole && Abs(y) < 1L << 53 && ((long)y & 1) != 0;
        bool isNegative = isOdd && double.IsNegative(x);
        double power;
        if (size == 0 || double.IsInfinity(size))
            power = size == 0 == y < 0 ? double.PositiveInfinity : 0;
        else if (x < 0 && !isWhole)
            return double.NaN;
        else
            power = PowerOf(size, y);
        return isNegative ? -power : power;
    }

    public static double Sinh(double value)
    {
        double size = Abs(value);
        if (!(size < Powers.LargestExponent))
            return HugeHyperbolic(value, value);
        return size < Circle.Tiny ? value : CopySign(Hyperbolic(size, out _).Value, value);
    }

    public static double Cosh(double value)
    {
        double size = Abs(value);
        if (!(size < Powers.LargestExponent))
            return HugeHyperbolic(size, size);
        Hyperbolic(size, out DoubleSum cosine);
        return cosine.Value;
    }

    public static double Tanh(double value)
    {
        double size = Abs(value);
        if (double.IsNaN(value) || size < Circle.Tiny)
            return value;
        if (size > 22)
            return CopySign(1, value);
        DoubleSum sine = Hyperbolic(size, out DoubleSum cosine);
        return CopySign((sine / cosine).Value, value);
    }

    public static double ScaleB(double x, int n)
    {
        // Three factors reach from the largest number to below the smallest. What a factor makes
        // subnormal must not be rounded again, so the large steps end in normal numbers.
        while (n > 1023 && x != 0 && double.IsFinite(x))
        {
            x *= Powers.PowerOfTwo(1023);
            n -= 1023;
        }
        while (n < -969 && x != 0 && double.IsFinite(x))
        {
            x *= Powers.PowerOfTwo(-969);
            n += 969;
        }
        return n is > 1023 or < -969 ? x : x * Powers.PowerOfTwo(n);
    }

    // Logarithms of what is no positive finite number.
    private static bool IsLimit(double x, out double limit)
    {
        limit = x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        return !(x > 0 && x <= double.MaxValue);
    }

    private static double PowerOf(double x, double y)
    {
        DoubleSum log = Powers.Log(x);
        double product = log.High * y;
        if (!(Abs(product) < 1000))
            return product > 0 ? double.PositiveInfinity : 0;
        return Powers.ExpValue(log * y);
    }

    // Half an e^x that is too large itself, and what is no number.
    private static double HugeHyperbolic(double value, double sign)
    {
        if (!double.IsFinite(value))
            return value;
        DoubleSum half = new DoubleSum(Abs(value), 0) - new DoubleSum(
            0.6931471805599453, 2.319046813846300e-17);
        return CopySign(Powers.ExpValue(half), sign);
    }

    // Hyperbolic sine and cosine of a positive argument: half of e^x ∓ e^-x. Where the difference
    // would lose bits, the sine's Taylor polynomial up to x^13, which leaves out less than 2^-60.
    private static DoubleSum Hyperbolic(double x, out DoubleSum cosine)
    {
        DoubleSum power = Powers.Exp(new(x, 0), out int exponent);
        if (x > 40)
        {
            double large = Powers.Scale(power.Value, exponent - 1);
            cosine = new(large, 0);
            return cosine;
        }
        power *= Powers.PowerOfTwo(exponent - 1);
        DoubleSum reciprocal = new DoubleSum(0.25, 0) / power;
        cosine = power + reciprocal;
        if (x > 0.35)
            return power - reciprocal;
        double square = x * x;
        double sum = DoubleSum.Polynomial(
            [1.0 / 6, 1.0 / 120, 1.0 / 5040, 1.0 / 362880, 1.0 / 39916800, 1.0 / 6227020800],
            square);
        return DoubleSum.Ordered(x, x * square * sum);
    }
}
