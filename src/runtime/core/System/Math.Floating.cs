// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

public static partial class Math
{
    public const double E = 2.7182818284590452354;
    public const double PI = 3.14159265358979323846;
    public const double Tau = 6.283185307179586476925;

    [Intrinsic]
    public static double Abs(double value) =>
        BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(value) & long.MaxValue);

    [Intrinsic]
    public static float Abs(float value) =>
        BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits(value) & int.MaxValue);

    [Intrinsic]
    public static double Sqrt(double d) => Sqrt(d);

    [Intrinsic]
    public static double Floor(double d) => Floor(d);

    [Intrinsic]
    public static double Ceiling(double a) => Ceiling(a);

    [Intrinsic]
    public static double Truncate(double d) => Truncate(d);

    [Intrinsic]
    public static double FusedMultiplyAdd(double x, double y, double z) =>
        FusedMultiplyAdd(x, y, z);

    /// <summary>To the nearest integer; halves to the even one.</summary>
    [Intrinsic]
    public static double Round(double a) => Round(a);

    public static double Round(double value, MidpointRounding mode) => mode switch
    {
        MidpointRounding.ToEven => Round(value),
        MidpointRounding.AwayFromZero => RoundAway(value),
        MidpointRounding.ToZero => Truncate(value),
        MidpointRounding.ToNegativeInfinity => Floor(value),
        MidpointRounding.ToPositiveInfinity => Ceiling(value),
        _ => throw new ArgumentException("Invalid rounding mode.", nameof(mode)),
    };

    public static double Round(double value, int digits) =>
        Round(value, digits, MidpointRounding.ToEven);

    public static double Round(double value, int digits, MidpointRounding mode)
    {
        if ((uint)digits > 15)
            throw new ArgumentOutOfRangeException(nameof(digits));
        if (Abs(value) >= 1e16)
            return value;
        double scale = 1;
        for (int i = 0; i < digits; i++)
            scale *= 10;
        return Round(value * scale, mode) / scale;
    }

    public static double Max(double val1, double val2)
    {
        if (val1 != val2)
            return double.IsNaN(val1) ? val1 : val2 < val1 ? val1 : val2;
        return double.IsNegative(val2) ? val1 : val2;
    }

    public static double Min(double val1, double val2)
    {
        if (val1 != val2)
            return double.IsNaN(val1) ? val1 : val1 < val2 ? val1 : val2;
        return double.IsNegative(val1) ? val1 : val2;
    }

    public static float Max(float val1, float val2) => (float)Max((double)val1, val2);

    public static float Min(float val1, float val2) => (float)Min((double)val1, val2);

    public static double Clamp(double value, double min, double max)
    {
        if (min > max)
            throw new ArgumentException("'" + min.ToString() + "' cannot be greater than "
                + max.ToString() + ".");
        return value < min ? min : value > max ? max : value;
    }

    public static int Sign(double value)
    {
        if (double.IsNaN(value))
            throw new ArithmeticException(
                "Function does not accept floating point Not-a-Number values.");
        return value < 0 ? -1 : value > 0 ? 1 : 0;
    }

    public static double CopySign(double x, double y) => BitConverter.Int64BitsToDouble(
        (BitConverter.DoubleToInt64Bits(x) & long.MaxValue)
        | (BitConverter.DoubleToInt64Bits(y) & long.MinValue));

    /// <summary>x - y·n with n to the nearest even integer.</summary>
    public static double IEEERemainder(double x, double y)
    {
        double rest = x % y;
        if (double.IsNaN(rest))
            return double.NaN;
        if (rest == 0 && double.IsNegative(x))
            return -0.0;
        double other = rest - (Abs(y) * Sign(x));
        if (Abs(other) == Abs(rest))
        {
            double quotient = x / y;
            return Abs(Round(quotient)) > Abs(quotient) ? other : rest;
        }
        return Abs(other) < Abs(rest) ? other : rest;
    }

    private static double RoundAway(double value)
    {
        double whole = Truncate(value);
        return Abs(value - whole) >= 0.5 ? whole + CopySign(1, value) : whole;
    }
}
