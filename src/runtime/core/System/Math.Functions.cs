// SPDX-License-Identifier: MIT
using Internal.Runtime.Functions;

namespace System;

// Results are within one unit in the last place, for every argument. None of these is a compiler's
// intrinsic here: nothing asks for a C library.
public static partial class Math
{
    private const double SmallestNormal = 2.2250738585072014E-308;

    public static double Sin(double a)
    {
        if (!double.IsFinite(a))
            return double.NaN;
        return Abs(a) < Circle.Tiny ? a : Circle.Sine(a).Value;
    }

    public static double Cos(double d)
    {
        if (!double.IsFinite(d))
            return double.NaN;
        return Circle.Cosine(d).Value;
    }

    public static (double Sin, double Cos) SinCos(double x)
    {
        if (!double.IsFinite(x))
            return (double.NaN, double.NaN);
        if (Abs(x) < Circle.Tiny)
            return (x, 1);
        double sine = Circle.Both(x, out DoubleSum cosine).Value;
        return (sine, cosine.Value);
    }

    public static double Tan(double a)
    {
        if (!double.IsFinite(a))
            return double.NaN;
        if (Abs(a) < Circle.Tiny)
            return a;
        DoubleSum sine = Circle.Both(a, out DoubleSum cosine);
        return (sine / cosine).Value;
    }

    public static double Asin(double d)
    {
        double size = Abs(d);
        if (!(size <= 1))
            return double.NaN;
        return size < Circle.Tiny ? d : CopySign(ArcOfHeight(size).Value, d);
    }

    public static double Acos(double d)
    {
        double size = Abs(d);
        if (!(size <= 1))
            return double.NaN;
        DoubleSum arc = ArcOfHeight(size);
        return (Circle.HalfPi + (d > 0 ? -arc : arc)).Value;
    }

    public static double Atan(double d)
    {
        if (double.IsNaN(d) || Abs(d) < Circle.Tiny)
            return d;
        // Larger ones are beyond every precision, and products with them might overflow.
        double size = Min(Abs(d), 1e30);
        return CopySign(Arcs.Angle(new(size, 0), new(1, 0)).Value, d);
    }

    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        double height = Abs(y), width = Abs(x);
        if (double.IsInfinity(height) || double.IsInfinity(width))
        {
            height = double.IsInfinity(height) ? 1 : 0;
            width = double.IsInfinity(width) ? 1 : 0;
        }
        if (height == 0)
            return CopySign(double.IsNegative(x) ? PI : 0, y);
        DoubleSum angle = AngleOf(height, width, out double flat);
        if (double.IsNegative(x))
            angle = Arcs.Pi - angle;
        else if (flat != 0)
            return CopySign(flat, y);
        return CopySign(angle.Value, y);
    }

    public static double Cbrt(double d)
    {
        double size = Abs(d);
        if (size == 0 || !double.IsFinite(d))
            return d;
        int shift = 0;
        if (size < SmallestNormal)
        {
            size *= 1L << 54;
            shift = -18;
        }
        else if (size > 1e300)
        {
            size *= 1.0 / (1L << 54);
            shift = 18;
        }
        // A third of the exponent and mantissa as an integer is within 6 % of the root's.
        double root = BitConverter.Int64BitsToDouble(
            (BitConverter.DoubleToInt64Bits(size) / 3) + 0x2A9F_8000_0000_0000);
        // Each step of Halley's leaves the cube of the relative error.
        for (int i = 0; i < 3; i++)
        {
            double cube = root * root * root;
            root *= (cube + (2 * size)) / ((2 * cube) + size);
        }
        DoubleSum exact = DoubleSum.Product(root, root) * root;
        double rest = (size - exact.High - exact.Low) / (3 * root * root);
        return CopySign((root + rest) * Powers.PowerOfTwo(shift), d);
    }

    // The angle whose sine is given, from 0 to 1.
    private static DoubleSum ArcOfHeight(double height)
    {
        DoubleSum square = DoubleSum.Ordered(1, -height) * DoubleSum.Ordered(1, height);
        DoubleSum width = square.High == 0 ? default : DoubleSum.Root(square);
        return Arcs.Angle(new(height, 0), width);
    }

    // For coordinates that are finite and not negative. Where the quotient is very small it is the
    // angle, too, rounded once: then it is given as flat, for it may be subnormal.
    private static DoubleSum AngleOf(double height, double width, out double flat)
    {
        const double Far = 1L << 60;
        flat = 0;
        if (height * (1 / Far) >= width)
            return Circle.HalfPi;
        if (width * (1 / Far) >= height)
        {
            flat = height / width;
            return new(flat, 0);
        }
        double larger = Max(height, width);
        double scale = larger > 1e150 ? 1e-200 : larger < 1e-100 ? 1e200 : 1;
        return Arcs.Angle(DoubleSum.Product(height, scale), DoubleSum.Product(width, scale));
    }
}
