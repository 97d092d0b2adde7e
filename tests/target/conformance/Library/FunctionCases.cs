// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Conformance.Library;

/// <summary>Functions of floating-point numbers: to 14 digits, and exactly where the result is a
/// limit or the number itself.</summary>
internal static class FunctionCases
{
    private static readonly double[] s_angles =
    [
        0.1, 0.78, 0.79, 1, 1.5707, 2, 3.1415, 4, -5.5, 22, 1000.5, -123456.789, 3294198.75, 1e10,
        1e22, -1.7e308, 5e-9, 1e-300,
    ];

    private static readonly double[] s_parts =
        [1e-9, 0.01, 0.25, -0.5, 0.6, 0.75, -0.99, 0.9999999];

    private static readonly double[] s_sizes =
        [1e-310, 1e-20, 0.001, 0.5, 0.70710678, 0.99999, 1.00001, 1.5, 2.5, 10.5, 12345.678, 1e300];

    private static readonly double[] s_exponents =
        [-745, -708.9, -20.5, -1, -0.3, -1e-10, 1e-10, 0.2, 0.5, 1, 2.5, 20, 45.5, 700.1, 709.7];

    private static readonly double[] s_limits =
    [
        0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        double.Epsilon, -double.Epsilon, 1e-200,
    ];

    internal static void Add(CaseList list)
    {
        list.Add("sin", () => Row(Math.Sin, s_angles));
        list.Add("cos", () => Row(Math.Cos, s_angles));
        list.Add("tan", () => Row(Math.Tan, s_angles));
        list.Add("asin", () => Row(Math.Asin, s_parts));
        list.Add("acos", () => Row(Math.Acos, s_parts));
        list.Add("atan", () => Row(Math.Atan, s_angles));
        list.Add("exp", () => Row(Math.Exp, s_exponents));
        list.Add("log", () => Row(Math.Log, s_sizes));
        list.Add("log2", () => Row(Math.Log2, s_sizes));
        list.Add("log10", () => Row(Math.Log10, s_sizes));
        list.Add("cbrt", () => Row(Math.Cbrt, s_sizes) + Row(Math.Cbrt, s_parts));
        list.Add("sinh", () => Row(Math.Sinh, s_exponents));
        list.Add("cosh", () => Row(Math.Cosh, s_exponents));
        list.Add("tanh", () => Row(Math.Tanh, s_exponents));
        AddLimits(list);
        AddPairs(list);
        AddSingles(list);
    }

    private static void AddLimits(CaseList list)
    {
        list.Add("sin.limits", () => Limits(Math.Sin));
        list.Add("cos.limits", () => Math.Cos(0) + " " + Math.Cos(double.NegativeInfinity) + " "
            + Math.Cos(double.NaN) + " " + Math.Cos(-double.Epsilon));
        list.Add("asin.limits", () => Limits(Math.Asin) + Math.Asin(1.5));
        list.Add("acos.limits", () => Limits(Math.Acos) + Math.Acos(-1.5));
        list.Add("atan.limits", () => Limits(Math.Atan) + Math.Atan(double.MaxValue));
        list.Add("exp.limits", () => Math.Exp(0) + " " + Math.Exp(double.PositiveInfinity) + " "
            + Math.Exp(double.NegativeInfinity) + " " + Math.Exp(double.NaN) + " "
            + Math.Exp(710) + " " + Math.Exp(-746));
        list.Add("log.limits", () => Math.Log(0) + " " + Math.Log(-0.0) + " " + Math.Log(1) + " "
            + Math.Log(-1) + " " + Math.Log(double.PositiveInfinity) + " " + Math.Log(double.NaN));
        list.Add("log2.exact", () => Math.Log2(1024) + " " + Math.Log2(0.125) + " "
            + Math.Log2(double.Epsilon) + " " + Math.Log2(1) + " " + Math.Log2(0));
        list.Add("log10.exact", () => Math.Log10(1000) + " " + Math.Log10(1e22) + " "
            + Math.Log10(1) + " " + Math.Log10(10) + " " + Math.Log10(-0.0));
        list.Add("cbrt.limits", () => Limits(Math.Cbrt) + Text(Math.Cbrt(27)));
        list.Add("sinh.limits", () => Limits(Math.Sinh) + Math.Sinh(-711));
        list.Add("cosh.limits", () => Math.Cosh(-0.0) + " " + Math.Cosh(double.NegativeInfinity)
            + " " + Math.Cosh(711) + " " + Math.Cosh(double.NaN));
        list.Add("tanh.limits", () => Limits(Math.Tanh) + Math.Tanh(100));
        list.Add("tan.limits", () => Math.Tan(-0.0) + " " + Math.Tan(double.PositiveInfinity));
    }

    private static void AddPairs(CaseList list)
    {
        list.Add("sincos", () =>
        {
            (double sine, double cosine) = Math.SinCos(-123.25);
            return Text(sine) + " " + Text(cosine);
        });
        list.Add("atan2", () => Text(Math.Atan2(1, 2)) + " " + Text(Math.Atan2(-3, -0.5)) + " "
            + Text(Math.Atan2(1e300, -1e299)) + " " + Text(Math.Atan2(1e-310, 3e-310)) + " "
            + Text(Math.Atan2(1e-300, 1e300)) + " " + Text(Math.Atan2(5, 1e-300)));
        list.Add("atan2.limits", () => Pairs(Math.Atan2));
        list.Add("pow", () => Text(Math.Pow(2.5, 3.5)) + " " + Text(Math.Pow(1.0000001, 1e9)) + " "
            + Text(Math.Pow(0.1, 300.5)) + " " + Text(Math.Pow(-1.5, 7)) + " "
            + Text(Math.Pow(1e-310, 0.25)) + " " + Text(Math.Pow(10, -320)) + " "
            + Text(Math.Pow(0.999, 100000)));
        list.Add("pow.exact", () => Math.Pow(2, 10) + " " + Math.Pow(10, 15) + " "
            + Math.Pow(-3, 3) + " " + Math.Pow(2, -1074) + " " + Math.Pow(2, 1023) + " "
            + Math.Pow(2, 1024) + " " + Math.Pow(2, -1076) + " " + Math.Pow(49, 0.5));
        list.Add("pow.limits", () => Pairs(Math.Pow));
        list.Add("pow.negative", () => Math.Pow(-8, 1.0 / 3) + " " + Math.Pow(-2, 1e300) + " "
            + Math.Pow(-0.0, -3) + " " + Math.Pow(-0.0, 3) + " "
            + Math.Pow(double.NegativeInfinity, 3) + " "
            + Math.Pow(double.NegativeInfinity, -3));
        list.Add("log.base", () => Text(Math.Log(10, 3)) + " " + Math.Log(8, 2));
        list.Add("log.base-limits", () => Pairs(Math.Log));
        list.Add("scaleb", () => Math.ScaleB(1.5, 10) + " " + Math.ScaleB(3, -1075) + " "
            + Math.ScaleB(1, 5000) + " " + Math.ScaleB(double.Epsilon, 2000) + " "
            + Math.ScaleB(-0.0, 7) + " " + Math.ScaleB(double.MaxValue, -2000));
    }

    private static void AddSingles(CaseList list)
    {
        list.Add("single.circle", () => Short(MathF.Sin(1)) + Short(MathF.Cos(100))
            + Short(MathF.Tan(-2)) + Short(MathF.Atan2(1, -3)) + Short(MathF.SinCos(0.5f).Cos));
        list.Add("single.arcs", () => Short(MathF.Asin(0.3f)) + Short(MathF.Acos(-0.3f))
            + Short(MathF.Atan(7)));
        list.Add("single.powers", () => Short(MathF.Exp(3)) + Short(MathF.Log(3))
            + Short(MathF.Log2(3)) + Short(MathF.Log10(3)) + Short(MathF.Pow(2.5f, 1.5f))
            + Short(MathF.Cbrt(5)) + Short(MathF.Log(8, 2)) + MathF.Exp(100));
        list.Add("single.hyperbolic", () => Short(MathF.Sinh(1)) + Short(MathF.Cosh(2))
            + Short(MathF.Tanh(0.5f)));
        list.Add("single.round", () => MathF.Round(2.5f) + " " + MathF.Round(2.345f, 2) + " "
            + MathF.Round(-2.5f, MidpointRounding.AwayFromZero) + " " + MathF.Floor(-1.5f) + " "
            + MathF.Ceiling(1.2f) + " " + MathF.Truncate(-1.7f));
        list.Add("single.round-bad", () => MathF.Round(1.5f, 7));
        list.Add("single.other", () => MathF.Sqrt(2) + " " + MathF.Abs(-3.5f) + " "
            + MathF.Max(1, float.NaN) + " " + MathF.Min(-0f, 0f) + " " + MathF.Sign(-2) + " "
            + MathF.CopySign(3, -1) + " " + MathF.ScaleB(1.5f, 4) + " "
            + MathF.IEEERemainder(10, 4) + " " + MathF.PI);
    }

    private static string Short(float value) => value.ToString("E5") + " ";

    private static string Text(double value) => value.ToString("E13");

    private static string Row(Func<double, double> function, double[] values)
    {
        string text = "";
        foreach (double value in values)
            text += Text(function(value)) + " ";
        return text;
    }

    private static string Limits(Func<double, double> function)
    {
        string text = "";
        foreach (double value in s_limits)
            text += Sized(function(value)) + " ";
        return text;
    }

    private static string Pairs(Func<double, double, double> function)
    {
        string text = "";
        foreach (double left in s_limits)
        {
            foreach (double right in s_limits)
                text += Sized(function(left, right)) + " ";
            text += "/ ";
        }
        return text;
    }

    // What is no limit has fewer digits.
    private static string Sized(double value) => value.ToString(
        value == Math.Truncate(value) ? "R" : "E13");
}
