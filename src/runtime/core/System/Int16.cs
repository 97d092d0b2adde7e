// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 16-bit signed integer (<c>short</c>).</summary>
public readonly partial struct Int16
    : IEquatable<short>, IComparable<short>, IComparable, ISpanFormattable, ISpanParsable<short>,
    IUtf8SpanFormattable, INumber<short>
{
    private readonly short _value;

    public const short MinValue = -32768;
    public const short MaxValue = 32767;

    public static short Zero => 0;

    public static short One => 1;

    public bool Equals(short other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is short other && _value == other;

    public int CompareTo(short other) => _value - other;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        short other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Int16."),
    };

    public override int GetHashCode() => _value;

    public override string ToString() => IntegerFormat.Decimal(_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Signed(_value, 16, format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 16, format, destination, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 16, format, utf8Destination, out bytesWritten);

    public static short Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static short Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static short Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static short Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static short Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static short Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (short)IntegerParse.Signed(s, style, 16, "Int16");

    public static bool TryParse([NotNullWhen(true)] string? s, out short result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out short result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out short result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out short result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out short result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out short result)
    {
        bool isNumber = IntegerParse.TrySigned(s, style, 16, out long value) == ParseOutcome.Done;
        result = isNumber ? (short)value : (short)0;
        return isNumber;
    }

    public static short Max(short x, short y) => Math.Max(x, y);

    public static short Min(short x, short y) => Math.Min(x, y);

    public static short Clamp(short value, short min, short max) => Math.Clamp(value, min, max);

    public static short Abs(short value) => Math.Abs(value);

    public static int Sign(short value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static bool IsNegative(short value) => value < 0;

    public static bool IsZero(short value) => value == 0;

    public static bool IsEvenInteger(short value) => (value & 1) == 0;

    public static bool IsOddInteger(short value) => (value & 1) != 0;

    static short IAdditionOperators<short, short, short>.operator +(short left, short right) =>
        (short)(left + right);

    static short ISubtractionOperators<short, short, short>.operator -(short left, short right) =>
        (short)(left - right);

    static short IMultiplyOperators<short, short, short>.operator *(short left, short right) =>
        (short)(left * right);

    static short IDivisionOperators<short, short, short>.operator /(short left, short right) =>
        (short)(left / right);

    static short IModulusOperators<short, short, short>.operator %(short left, short right) =>
        (short)(left % right);

    static bool IComparisonOperators<short, short, bool>.operator <(short left, short right) =>
        left < right;

    static bool IComparisonOperators<short, short, bool>.operator >(short left, short right) =>
        left > right;

    static bool IComparisonOperators<short, short, bool>.operator <=(short left, short right) =>
        left <= right;

    static bool IComparisonOperators<short, short, bool>.operator >=(short left, short right) =>
        left >= right;

    static bool IEqualityOperators<short, short, bool>.operator ==(short left, short right) =>
        left == right;

    static bool IEqualityOperators<short, short, bool>.operator !=(short left, short right) =>
        left != right;
}
