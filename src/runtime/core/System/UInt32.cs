// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace System;

/// <summary>The 32-bit unsigned integer (<c>uint</c>).</summary>
public readonly partial struct UInt32
    : IEquatable<uint>, IComparable<uint>, IComparable, ISpanFormattable, ISpanParsable<uint>,
    IUtf8SpanFormattable, INumber<uint>
{
    private readonly uint _value;

    public const uint MinValue = 0;
    public const uint MaxValue = 4294967295u;

    public static uint Zero => 0;

    public static uint One => 1;

    public bool Equals(uint other) => _value == other;

    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is uint other && _value == other;

    public int CompareTo(uint other) => _value < other ? -1 : _value > other ? 1 : 0;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        uint other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type UInt32."),
    };

    public override int GetHashCode() => (int)_value;

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

    public static uint Parse(string s) => Parse(s, NumberStyles.Integer, null);

    public static uint Parse(string s, NumberStyles style) => Parse(s, style, null);

    public static uint Parse(string s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static uint Parse(string s, NumberStyles style, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), style, provider);
    }

    public static uint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s, NumberStyles.Integer, provider);

    public static uint Parse(
        ReadOnlySpan<char> s, NumberStyles style = NumberStyles.Integer,
        IFormatProvider? provider = null) =>
        (uint)IntegerParse.Unsigned(s, style, 32, "UInt32");

    public static bool TryParse([NotNullWhen(true)] string? s, out uint result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, null, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out uint result) =>
        TryParse(s.AsSpan(), NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        [NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider,
            out uint result) =>
        TryParse(s.AsSpan(), style, provider, out result);

    public static bool TryParse(ReadOnlySpan<char> s, out uint result) =>
        TryParse(s, NumberStyles.Integer, null, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, IFormatProvider? provider, out uint result) =>
        TryParse(s, NumberStyles.Integer, provider, out result);

    public static bool TryParse(
        ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out uint result)
    {
        bool isNumber = IntegerParse.TryUnsigned(s, style, 32,
            out ulong value) == ParseOutcome.Done;
        result = isNumber ? (uint)value : (uint)0;
        return isNumber;
    }

    public static uint Max(uint x, uint y) => Math.Max(x, y);

    public static uint Min(uint x, uint y) => Math.Min(x, y);

    public static uint Clamp(uint value, uint min, uint max) => Math.Clamp(value, min, max);

    public static uint Abs(uint value) => value;

    public static int Sign(uint value) => value == 0 ? 0 : 1;

    public static bool IsNegative(uint value) => false;

    public static bool IsZero(uint value) => value == 0;

    public static bool IsEvenInteger(uint value) => (value & 1) == 0;

    public static bool IsOddInteger(uint value) => (value & 1) != 0;

    static uint IAdditionOperators<uint, uint, uint>.operator +(uint left, uint right) =>
        (uint)(left + right);

    static uint ISubtractionOperators<uint, uint, uint>.operator -(uint left, uint right) =>
        (uint)(left - right);

    static uint IMultiplyOperators<uint, uint, uint>.operator *(uint left, uint right) =>
        (uint)(left * right);

    static uint IDivisionOperators<uint, uint, uint>.operator /(uint left, uint right) =>
        (uint)(left / right);

    static uint IModulusOperators<uint, uint, uint>.operator %(uint left, uint right) =>
        (uint)(left % right);

    static bool IComparisonOperators<uint, uint, bool>.operator <(uint left, uint right) =>
        left < right;

    static bool IComparisonOperators<uint, uint, bool>.operator >(uint left, uint right) =>
        left > right;

    static bool IComparisonOperators<uint, uint, bool>.operator <=(uint left, uint right) =>
        left <= right;

    static bool IComparisonOperators<uint, uint, bool>.operator >=(uint left, uint right) =>
        left >= right;

    static bool IEqualityOperators<uint, uint, bool>.operator ==(uint left, uint right) =>
        left == right;

    static bool IEqualityOperators<uint, uint, bool>.operator !=(uint left, uint right) =>
        left != right;
}
