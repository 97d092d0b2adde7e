// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The 64-bit floating-point number (<c>double</c>).</summary>
public readonly partial struct Double
    : IEquatable<double>, IComparable<double>, IComparable, ISpanFormattable,
    ISpanParsable<double>, INumber<double>
{
    private readonly double _value;

    public const double MinValue = -1.7976931348623157E+308;
    public const double MaxValue = 1.7976931348623157E+308;
    public const double Epsilon = 4.9406564584124654E-324;
    public const double NegativeInfinity = (double)-1.0 / (double)0.0;
    public const double PositiveInfinity = (double)1.0 / (double)0.0;
    public const double NaN = (double)0.0 / (double)0.0;

    public static double Zero => 0;

    public static double One => 1;

    private static long Bits(double value) => Unsafe.BitCast<double, long>(value);

    public static bool IsNaN(double d) => (Bits(d) & long.MaxValue) > 0x7FF0_0000_0000_0000;

    public static bool IsInfinity(double d) => d == PositiveInfinity || d == NegativeInfinity;

    public static bool IsPositiveInfinity(double d) => d == PositiveInfinity;

    public static bool IsNegativeInfinity(double d) => d == NegativeInfinity;

    public static bool IsFinite(double d) => !IsNaN(d) && !IsInfinity(d);

    public static bool IsNegative(double d) => Bits(d) < 0;

    public static bool IsZero(double value) => value == 0;

    public static bool IsInteger(double value) =>
        IsFinite(value) && value == (double)Math.Truncate(value);

    public bool Equals(double obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is double other && Equals(other);

    public int CompareTo(double value)
    {
        if (_value < value)
            return -1;
        if (_value > value)
            return 1;
        if (_value == value)
            return 0;
        return IsNaN(_value) ? (IsNaN(value) ? 0 : -1) : 1;
    }

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        double other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Double."),
    };

    public override int GetHashCode() =>
        _value == 0 || IsNaN(_value) ? 0 : Bits(_value).GetHashCode();

    public override string ToString() => FloatFormat.Text(_value, false, default);

    public string ToString(string? format) =>
        FloatFormat.Text(_value, false, format.AsSpan());

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        FloatFormat.TryWrite(_value, false, format, destination, out charsWritten);

    public static double Parse(string s) => Parse(s, null);

    public static double Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    public static double Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static double Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static double Parse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider = null) =>
        TryParse(s, style, provider, out double result) ? result : throw new FormatException(
            "The input string '" + s.ToString() + "' was not in a correct format.");

    public static bool TryParse([NotNullWhen(true)] string? s, out double result) =>
        TryParse(s.AsSpan(), null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out double result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
        out double result) => TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out double result) =>
        TryParse(s, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out double result) =>
        TryParse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out double result)
    {
        bool isNumber = FloatParse.TryRead(s, style, false, out double value);
        result = (double)value;
        return isNumber;
    }

    public static double Max(double x, double y) => Math.Max(x, y);

    public static double Min(double x, double y) => Math.Min(x, y);

    public static double Clamp(double value, double min, double max) =>
        (double)Math.Clamp(value, min, max);

    public static double Abs(double value) => Math.Abs(value);

    public static int Sign(double value) => Math.Sign((double)value);

    static double IAdditionOperators<double, double, double>.operator +(double left,
        double right) => left + right;

    static double ISubtractionOperators<double, double, double>.operator -(double left,
        double right) => left - right;

    static double IMultiplyOperators<double, double, double>.operator *(double left,
        double right) => left * right;

    static double IDivisionOperators<double, double, double>.operator /(double left,
        double right) => left / right;

    static double IModulusOperators<double, double, double>.operator %(double left,
        double right) => left % right;

    static bool IComparisonOperators<double, double, bool>.operator <(double left,
        double right) => left < right;

    static bool IComparisonOperators<double, double, bool>.operator >(double left,
        double right) => left > right;

    static bool IComparisonOperators<double, double, bool>.operator <=(double left,
        double right) => left <= right;

    static bool IComparisonOperators<double, double, bool>.operator >=(double left,
        double right) => left >= right;

    static bool IEqualityOperators<double, double, bool>.operator ==(double left,
        double right) => left == right;

    static bool IEqualityOperators<double, double, bool>.operator !=(double left,
        double right) => left != right;
}
