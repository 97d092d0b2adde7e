// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 16-bit unsigned integer (<c>ushort</c>).</summary>
public readonly partial struct UInt16
    : IEquatable<ushort>, IComparable<ushort>, IComparable, ISpanFormattable,
    ISpanParsable<ushort>, IUtf8SpanFormattable, INumber<ushort>
{
    private readonly ushort _value;

    public const ushort MinValue = 0;
    public const ushort MaxValue = 65535;

    public static ushort Zero => 0;

    public static ushort One => 1;

    public bool Equals(ushort other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is ushort other && _value == other;

    public int CompareTo(ushort other) => _value - other;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        ushort other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type UInt16."),
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

    public static ushort Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static ushort Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static ushort Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static ushort Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static ushort Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static ushort Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (ushort)IntegerParse.Unsigned(s, style, 16, "UInt16");

    public static bool TryParse([NotNullWhen(true)] string? s, out ushort result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out ushort result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out ushort result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out ushort result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out ushort result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out ushort result)
    {
        bool isNumber = IntegerParse.TryUnsigned(s, style, 16,
            out ulong value) == ParseOutcome.Done;
        result = isNumber ? (ushort)value : (ushort)0;
        return isNumber;
    }

    public static ushort Max(ushort x, ushort y) => Math.Max(x, y);

    public static ushort Min(ushort x, ushort y) => Math.Min(x, y);

    public static ushort Clamp(ushort value, ushort min, ushort max) => Math.Clamp(value, min, max);

    public static ushort Abs(ushort value) => value;

    public static int Sign(ushort value) => value == 0 ? 0 : 1;

    public static bool IsNegative(ushort value) => false;

    public static bool IsZero(ushort value) => value == 0;

    public static bool IsEvenInteger(ushort value) => (value & 1) == 0;

    public static bool IsOddInteger(ushort value) => (value & 1) != 0;

    static ushort IAdditionOperators<ushort, ushort, ushort>.operator +(ushort left,
        ushort right) =>
        (ushort)(left + right);

    static ushort ISubtractionOperators<ushort, ushort, ushort>.operator -(ushort left,
        ushort right) =>
        (ushort)(left - right);

    static ushort IMultiplyOperators<ushort, ushort, ushort>.operator *(ushort left,
        ushort right) =>
        (ushort)(left * right);

    static ushort IDivisionOperators<ushort, ushort, ushort>.operator /(ushort left,
        ushort right) =>
        (ushort)(left / right);

    static ushort IModulusOperators<ushort, ushort, ushort>.operator %(ushort left, ushort right) =>
        (ushort)(left % right);

    static bool IComparisonOperators<ushort, ushort, bool>.operator <(ushort left,
        ushort right) => left < right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator >(ushort left,
        ushort right) => left > right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator <=(ushort left,
        ushort right) => left <= right;

    static bool IComparisonOperators<ushort, ushort, bool>.operator >=(ushort left,
        ushort right) => left >= right;

    static bool IEqualityOperators<ushort, ushort, bool>.operator ==(ushort left,
        ushort right) => left == right;

    static bool IEqualityOperators<ushort, ushort, bool>.operator !=(ushort left,
        ushort right) => left != right;
}
