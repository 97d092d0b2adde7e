// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 32-bit signed integer (<c>int</c>).</summary>
public readonly partial struct Int32
    : IEquatable<int>, IComparable<int>, IComparable, ISpanFormattable, ISpanParsable<int>,
    IUtf8SpanFormattable, INumber<int>
{
    private readonly int _value;

    public const int MinValue = -2147483648;
    public const int MaxValue = 2147483647;

    public static int Zero => 0;

    public static int One => 1;

    public bool Equals(int other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is int other && _value == other;

    public int CompareTo(int other) => _value < other ? -1 : _value > other ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        int other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Int32."),
    };

    public override int GetHashCode() => _value;

    public override string ToString() => IntegerFormat.Decimal(_value);

    public string ToString(string? format) => ToString(format, null);

    public string ToString(IFormatProvider? provider) => ToString();

    public string ToString(string? format, IFormatProvider? provider) =>
        IntegerFormat.Signed(_value, 32, format);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 32, format, destination, out charsWritten);

    public bool TryFormat(
        Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default,
        IFormatProvider? provider = null) =>
        IntegerFormat.Signed(_value, 32, format, utf8Destination, out bytesWritten);

    public static int Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static int Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static int Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static int Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static int Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static int Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (int)IntegerParse.Signed(s, style, 32, "Int32");

    public static bool TryParse([NotNullWhen(true)] string? s, out int result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out int result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out int result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out int result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out int result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out int result)
    {
        bool isNumber = IntegerParse.TrySigned(s, style, 32, out long value) == ParseOutcome.Done;
        result = isNumber ? (int)value : (int)0;
        return isNumber;
    }

    public static int Max(int x, int y) => Math.Max(x, y);

    public static int Min(int x, int y) => Math.Min(x, y);

    public static int Clamp(int value, int min, int max) => Math.Clamp(value, min, max);

    public static int Abs(int value) => Math.Abs(value);

    public static int Sign(int value) => value < 0 ? -1 : value > 0 ? 1 : 0;

    public static bool IsNegative(int value) => value < 0;

    public static bool IsZero(int value) => value == 0;

    public static bool IsEvenInteger(int value) => (value & 1) == 0;

    public static bool IsOddInteger(int value) => (value & 1) != 0;

    static int IAdditionOperators<int, int, int>.operator +(int left, int right) =>
        (int)(left + right);

    static int ISubtractionOperators<int, int, int>.operator -(int left, int right) =>
        (int)(left - right);

    static int IMultiplyOperators<int, int, int>.operator *(int left, int right) =>
        (int)(left * right);

    static int IDivisionOperators<int, int, int>.operator /(int left, int right) =>
        (int)(left / right);

    static int IModulusOperators<int, int, int>.operator %(int left, int right) =>
        (int)(left % right);

    static bool IComparisonOperators<int, int, bool>.operator <(int left, int right) =>
        left < right;

    static bool IComparisonOperators<int, int, bool>.operator >(int left, int right) =>
        left > right;

    static bool IComparisonOperators<int, int, bool>.operator <=(int left, int right) =>
        left <= right;

    static bool IComparisonOperators<int, int, bool>.operator >=(int left, int right) =>
        left >= right;

    static bool IEqualityOperators<int, int, bool>.operator ==(int left, int right) =>
        left == right;

    static bool IEqualityOperators<int, int, bool>.operator !=(int left, int right) =>
        left != right;
}
