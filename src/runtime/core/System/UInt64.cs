// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 64-bit unsigned integer (<c>ulong</c>).</summary>
public readonly partial struct UInt64
    : IEquatable<ulong>, IComparable<ulong>, IComparable, ISpanFormattable,
    ISpanParsable<ulong>, IUtf8SpanFormattable, INumber<ulong>
{
    private readonly ulong _value;

    public const ulong MinValue = 0ul;
    public const ulong MaxValue = 18446744073709551615ul;

    public static ulong Zero => 0;

    public static ulong One => 1;

    public bool Equals(ulong other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ulong other && _value == other;

    public int CompareTo(ulong other) => _value < other ? -1 : _value > other ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        ulong other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type UInt64."),
    };

    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);

    public override string ToString() => IntegerFormat.Decimal(_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Unsigned(_value, format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Unsigned(_value, format, destination, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Unsigned(_value, format, utf8Destination, out bytesWritten);

    public static ulong Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static ulong Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static ulong Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static ulong Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static ulong Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static ulong Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (ulong)IntegerParse.Unsigned(s, style, 64, "UInt64");

    public static bool TryParse([NotNullWhen(true)] string? s, out ulong result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out ulong result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out ulong result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out ulong result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ulong result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ulong result)
    {
        bool isNumber = IntegerParse.TryUnsigned(s, style, 64,
            out ulong value) == ParseOutcome.Done;
        result = isNumber ? (ulong)value : (ulong)0;
        return isNumber;
    }

    public static ulong Max(ulong x, ulong y) => Math.Max(x, y);

    public static ulong Min(ulong x, ulong y) => Math.Min(x, y);

    public static ulong Clamp(ulong value, ulong min, ulong max) => Math.Clamp(value, min, max);

    public static ulong Abs(ulong value) => value;

    public static int Sign(ulong value) => value == 0 ? 0 : 1;

    public static bool IsNegative(ulong value) => false;

    public static bool IsZero(ulong value) => value == 0;

    public static bool IsEvenInteger(ulong value) => (value & 1) == 0;

    public static bool IsOddInteger(ulong value) => (value & 1) != 0;

    static ulong IAdditionOperators<ulong, ulong, ulong>.operator +(ulong left, ulong right) =>
        (ulong)(left + right);

    static ulong ISubtractionOperators<ulong, ulong, ulong>.operator -(ulong left, ulong right) =>
        (ulong)(left - right);

    static ulong IMultiplyOperators<ulong, ulong, ulong>.operator *(ulong left, ulong right) =>
        (ulong)(left * right);

    static ulong IDivisionOperators<ulong, ulong, ulong>.operator /(ulong left, ulong right) =>
        (ulong)(left / right);

    static ulong IModulusOperators<ulong, ulong, ulong>.operator %(ulong left, ulong right) =>
        (ulong)(left % right);

    static bool IComparisonOperators<ulong, ulong, bool>.operator <(ulong left, ulong right) =>
        left < right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator >(ulong left, ulong right) =>
        left > right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator <=(ulong left, ulong right) =>
        left <= right;

    static bool IComparisonOperators<ulong, ulong, bool>.operator >=(ulong left, ulong right) =>
        left >= right;

    static bool IEqualityOperators<ulong, ulong, bool>.operator ==(ulong left, ulong right) =>
        left == right;

    static bool IEqualityOperators<ulong, ulong, bool>.operator !=(ulong left, ulong right) =>
        left != right;
}
