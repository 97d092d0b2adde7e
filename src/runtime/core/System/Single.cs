// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The 32-bit floating-point number (<c>float</c>).</summary>
public readonly partial struct Single
    : IEquatable<float>, IComparable<float>, IComparable, ISpanFormattable,
    ISpanParsable<float>, INumber<float>
{
    private readonly float _value;

    public const float MinValue = -3.40282346638528859e+38f;
    public const float MaxValue = 3.40282346638528859e+38f;
    public const float Epsilon = 1.4e-45f;
    public const float NegativeInfinity = (float)-1.0 / (float)0.0;
    public const float PositiveInfinity = (float)1.0 / (float)0.0;
    public const float NaN = (float)0.0 / (float)0.0;

    public static float Zero => 0;

    public static float One => 1;

    private static int Bits(float value) => Unsafe.BitCast<float, int>(value);

    public static bool IsNaN(float d) => (Bits(d) & int.MaxValue) > 0x7F80_0000;

    public static bool IsInfinity(float d) => d == PositiveInfinity || d == NegativeInfinity;

    public static bool IsPositiveInfinity(float d) => d == PositiveInfinity;

    public static bool IsNegativeInfinity(float d) => d == NegativeInfinity;

    public static bool IsFinite(float d) => !IsNaN(d) && !IsInfinity(d);

    public static bool IsNegative(float d) => Bits(d) < 0;

    public static bool IsZero(float value) => value == 0;

    public static bool IsInteger(float value) =>
        IsFinite(value) && value == (float)Math.Truncate(value);

    public bool Equals(float obj) => _value == obj || (IsNaN(_value) && IsNaN(obj));

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is float other && Equals(other);

    public int CompareTo(float value)
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
        float other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Single."),
    };

    public override int GetHashCode() =>
        _value == 0 || IsNaN(_value) ? 0 : Bits(_value).GetHashCode();

    public override string ToString() => FloatFormat.Text(_value, true, default);

    public string ToString(string? format) =>
        FloatFormat.Text(_value, true, format.AsSpan());

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) => ToString(format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        FloatFormat.TryWrite(_value, true, format, destination, out charsWritten);

    public static float Parse(string s) => Parse(s, null);

    public static float Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    public static float Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static float Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider);

    public static float Parse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider = null) =>
        TryParse(s, style, provider, out float result) ? result : throw new FormatException(
            "The input string '" + s.ToString() + "' was not in a correct format.");

    public static bool TryParse([NotNullWhen(true)] string? s, out float result) =>
        TryParse(s.AsSpan(), null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out float result) =>
        TryParse(s.AsSpan(), provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
        out float result) => TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out float result) =>
        TryParse(s, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out float result) =>
        TryParse(s, NumberStyles.Float | NumberStyles.AllowThousands, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out float result)
    {
        bool isNumber = FloatParse.TryRead(s, style, true, out double value);
        result = (float)value;
        return isNumber;
    }

    public static float Max(float x, float y) => Math.Max(x, y);

    public static float Min(float x, float y) => Math.Min(x, y);

    public static float Clamp(float value, float min, float max) =>
        (float)Math.Clamp(value, min, max);

    public static float Abs(float value) => Math.Abs(value);

    public static int Sign(float value) => Math.Sign((double)value);

    static float IAdditionOperators<float, float, float>.operator +(float left, float right) =>
        left + right;

    static float ISubtractionOperators<float, float, float>.operator -(float left,
        float right) => left - right;

    static float IMultiplyOperators<float, float, float>.operator *(float left, float right) =>
        left * right;

    static float IDivisionOperators<float, float, float>.operator /(float left, float right) =>
        left / right;

    static float IModulusOperators<float, float, float>.operator %(float left, float right) =>
        left % right;

    static bool IComparisonOperators<float, float, bool>.operator <(float left, float right) =>
        left < right;

    static bool IComparisonOperators<float, float, bool>.operator >(float left, float right) =>
        left > right;

    static bool IComparisonOperators<float, float, bool>.operator <=(float left, float right) =>
        left <= right;

    static bool IComparisonOperators<float, float, bool>.operator >=(float left, float right) =>
        left >= right;

    static bool IEqualityOperators<float, float, bool>.operator ==(float left, float right) =>
        left == right;

    static bool IEqualityOperators<float, float, bool>.operator !=(float left, float right) =>
        left != right;
}
