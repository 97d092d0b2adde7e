// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Functions of 32-bit floating-point numbers: those of <see cref="Math"/>, rounded.
/// </summary>
public static class MathF
{
    public const float E = 2.71828183f;
    public const float PI = 3.14159265f;
    public const float Tau = 6.283185307f;

    public static float Sin(float x) => (float)Math.Sin(x);

    public static float Cos(float x) => (float)Math.Cos(x);

    public static float Tan(float x) => (float)Math.Tan(x);

    public static float Asin(float x) => (float)Math.Asin(x);

    public static float Acos(float x) => (float)Math.Acos(x);

    public static float Atan(float x) => (float)Math.Atan(x);

    public static float Exp(float x) => (float)Math.Exp(x);

    public static float Log(float x) => (float)Math.Log(x);

    public static float Log2(float x) => (float)Math.Log2(x);

    public static float Log10(float x) => (float)Math.Log10(x);

    public static float Cbrt(float x) => (float)Math.Cbrt(x);

    public static float Sinh(float x) => (float)Math.Sinh(x);

    public static float Cosh(float x) => (float)Math.Cosh(x);

    public static float Tanh(float x) => (float)Math.Tanh(x);

    public static float Sqrt(float x) => (float)Math.Sqrt(x);

    public static float Floor(float x) => (float)Math.Floor(x);

    public static float Ceiling(float x) => (float)Math.Ceiling(x);

    public static float Truncate(float x) => (float)Math.Truncate(x);

    public static float Round(float x) => (float)Math.Round(x);

    public static (float Sin, float Cos) SinCos(float x)
    {
        (double sine, double cosine) = Math.SinCos(x);
        return ((float)sine, (float)cosine);
    }

    public static float Atan2(float y, float x) => (float)Math.Atan2(y, x);

    public static float Pow(float x, float y) => (float)Math.Pow(x, y);

    public static float Log(float x, float y) =>
        double.IsNaN(Math.Log(x, y)) ? float.NaN : Log(x) / Log(y);

    public static float ScaleB(float x, int n) => (float)Math.ScaleB(x, n);

    public static float IEEERemainder(float x, float y) => (float)Math.IEEERemainder(x, y);

    public static float Abs(float x) => Math.Abs(x);

    public static float Max(float x, float y) => Math.Max(x, y);

    public static float Min(float x, float y) => Math.Min(x, y);

    public static int Sign(float x) => Math.Sign((double)x);

    public static float CopySign(float x, float y) => (float)Math.CopySign(x, y);

    public static float Round(float x, MidpointRounding mode) => (float)Math.Round(x, mode);

    public static float Round(float x, int digits) => Round(x, digits, MidpointRounding.ToEven);

    /// <summary>Scaled and rounded in 32 bits, as the framework does.</summary>
    public static float Round(float x, int digits, MidpointRounding mode)
    {
        if ((uint)digits > 6)
            throw new ArgumentOutOfRangeException(nameof(digits),
                "Rounding digits must be between 0 and 6, inclusive.");
        if (Abs(x) >= 1e8f)
            return x;
        float scale = 1;
        for (int i = 0; i < digits; i++)
            scale *= 10;
        return Round(x * scale, mode) / scale;
    }
}
