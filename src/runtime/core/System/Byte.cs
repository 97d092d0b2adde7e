// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 8-bit unsigned integer (<c>byte</c>).</summary>
public readonly partial struct Byte
    : IEquatable<byte>, IComparable<byte>, IComparable, ISpanFormattable, ISpanParsable<byte>,
    IUtf8SpanFormattable, INumber<byte>
{
    private readonly byte _value;

    public const byte MinValue = 0;
    public const byte MaxValue = 255;

    public static byte Zero => 0;

    public static byte One => 1;

    public bool Equals(byte other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is byte other && _value == other;

    public int CompareTo(byte other) => _value - other;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        byte other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Byte."),
    };

    public override int GetHashCode() => _value;

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

    public static byte Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static byte Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static byte Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static byte Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static byte Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static byte Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (byte)IntegerParse.Unsigned(s, style, 8, "Byte");

    public static bool TryParse([NotNullWhen(true)] string? s, out byte result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out byte result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out byte result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out byte result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out byte result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out byte result)
    {
        bool isNumber = IntegerParse.TryUnsigned(s, style, 8, out ulong value) == ParseOutcome.Done;
        result = isNumber ? (byte)value : (byte)0;
        return isNumber;
    }

    public static byte Max(byte x, byte y) => Math.Max(x, y);

    public static byte Min(byte x, byte y) => Math.Min(x, y);

    public static byte Clamp(byte value, byte min, byte max) => Math.Clamp(value, min, max);

    public static byte Abs(byte value) => value;

    public static int Sign(byte value) => value == 0 ? 0 : 1;

    public static bool IsNegative(byte value) => false;

    public static bool IsZero(byte value) => value == 0;

    public static bool IsEvenInteger(byte value) => (value & 1) == 0;

    public static bool IsOddInteger(byte value) => (value & 1) != 0;

    static byte IAdditionOperators<byte, byte, byte>.operator +(byte left, byte right) =>
        (byte)(left + right);

    static byte ISubtractionOperators<byte, byte, byte>.operator -(byte left, byte right) =>
        (byte)(left - right);

    static byte IMultiplyOperators<byte, byte, byte>.operator *(byte left, byte right) =>
        (byte)(left * right);

    static byte IDivisionOperators<byte, byte, byte>.operator /(byte left, byte right) =>
        (byte)(left / right);

    static byte IModulusOperators<byte, byte, byte>.operator %(byte left, byte right) =>
        (byte)(left % right);

    static bool IComparisonOperators<byte, byte, bool>.operator <(byte left, byte right) =>
        left < right;

    static bool IComparisonOperators<byte, byte, bool>.operator >(byte left, byte right) =>
        left > right;

    static bool IComparisonOperators<byte, byte, bool>.operator <=(byte left, byte right) =>
        left <= right;

    static bool IComparisonOperators<byte, byte, bool>.operator >=(byte left, byte right) =>
        left >= right;

    static bool IEqualityOperators<byte, byte, bool>.operator ==(byte left, byte right) =>
        left == right;

    static bool IEqualityOperators<byte, byte, bool>.operator !=(byte left, byte right) =>
        left != right;
}
