// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 64-bit signed integer (<c>long</c>).</summary>
public readonly partial struct Int64
    : IEquatable<long>, IComparable<long>, IComparable, ISpanFormattable, ISpanParsable<long>,
    IUtf8SpanFormattable, INumber<long>
{
    private readonly long _value;

    public const long MinValue = -9223372036854775808L;
    public const long MaxValue = 9223372036854775807L;

    public static long Zero => 0;

    public static long One => 1;

    public bool Equals(long other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is long other && _value == other;

    public int CompareTo(long other) => _value < other ? -1 : _value > other ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        long other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Int64."),
    };

    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);

    public override string ToString() => IntegerFormat.Decimal(_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Signed(_value, 64, format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 64, format, destination, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 64, format, utf8Destination, out bytesWritten);

    public static long Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static long Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static long Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static long Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static long Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static long Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (long)IntegerParse.Signed(s, style, 64, "Int64");

    public static bool TryParse([NotNullWhen(true)] string? s, out long result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out long result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out long result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out long result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out long result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out long result)
    {
        bool isNumber = IntegerParse.TrySigned(s, style, 64, out long value) == ParseOutcome.Done;
        result = isNumber ? (long)value : (long)0;
        return isNumber;
    }

    public static long Max(long x, long y) => Math.Max(x, y);

    public static long Min(long x, long y) => Math.Min(x, y);

    public static long Clamp(long value, long min, long max) => Math.Clamp(value, min, max);

    public static long Abs(long value) => Math.Abs(value);

    public static int Sign(long value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static bool IsNegative(long value) => value < 0;

    public static bool IsZero(long value) => value == 0;

    public static bool IsEvenInteger(long value) => (value & 1) == 0;

    public static bool IsOddInteger(long value) => (value & 1) != 0;

    static long IAdditionOperators<long, long, long>.operator +(long left, long right) =>
        (long)(left + right);

    static long ISubtractionOperators<long, long, long>.operator -(long left, long right) =>
        (long)(left - right);

    static long IMultiplyOperators<long, long, long>.operator *(long left, long right) =>
        (long)(left * right);

    static long IDivisionOperators<long, long, long>.operator /(long left, long right) =>
        (long)(left / right);

    static long IModulusOperators<long, long, long>.operator %(long left, long right) =>
        (long)(left % right);

    static bool IComparisonOperators<long, long, bool>.operator <(long left, long right) =>
        left < right;

    static bool IComparisonOperators<long, long, bool>.operator >(long left, long right) =>
        left > right;

    static bool IComparisonOperators<long, long, bool>.operator <=(long left, long right) =>
        left <= right;

    static bool IComparisonOperators<long, long, bool>.operator >=(long left, long right) =>
        left >= right;

    static bool IEqualityOperators<long, long, bool>.operator ==(long left, long right) =>
        left == right;

    static bool IEqualityOperators<long, long, bool>.operator !=(long left, long right) =>
        left != right;
}
