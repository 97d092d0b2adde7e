// SPDX-License-Identifier: MIT
namespace System;

/// <summary>One UTF-16 code unit (<c>char</c>). Classes and case are those of Latin-1.</summary>
public readonly struct Char : IEquatable<char>, IComparable<char>, IComparable, ISpanFormattable
{
    private readonly char _value;

    public const char MaxValue = (char)0xFFFF;
    public const char MinValue = (char)0;

    public bool Equals(char other) => _value == other;

    public override bool Equals(object? obj) => obj is char other && _value == other;

    public int CompareTo(char other) => _value - other;

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        char other => CompareTo(other),
        _ => throw new ArgumentException("Object must be of type Char."),
    };

    public override int GetHashCode() => _value | (_value << 16);

    public override string ToString() => new(_value, 1);

    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public static string ToString(char c) => new(c, 1);

    public bool TryFormat(
        Span<char> destination, out int charsWritten, ReadOnlySpan<char> format,
        IFormatProvider? provider)
    {
        charsWritten = destination.IsEmpty ? 0 : 1;
        if (!destination.IsEmpty)
            destination[0] = _value;
        return charsWritten == 1;
    }

    public static char Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return s.Length == 1 ? s[0]
            : throw new FormatException("String must be exactly one character long.");
    }

    public static bool TryParse(string? s, out char result)
    {
        result = s?.Length == 1 ? s[0] : '\0';
        return s?.Length == 1;
    }

    public static bool IsAscii(char c) => c < 0x80;

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsNumber(char c) => IsDigit(c) || c is '\u00b2' or '\u00b3' or '\u00b9'
        or (>= '\u00bc' and <= '\u00be');

    public static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';

    public static bool IsAsciiLetter(char c) => (uint)((c | 0x20) - 'a') <= 'z' - 'a';

    public static bool IsAsciiLetterOrDigit(char c) => IsAsciiLetter(c) || IsAsciiDigit(c);

    public static bool IsAsciiLetterLower(char c) => c is >= 'a' and <= 'z';

    public static bool IsAsciiLetterUpper(char c) => c is >= 'A' and <= 'Z';

    public static bool IsAsciiHexDigit(char c) => IsDigit(c) || (uint)((c | 0x20) - 'a') <= 5;

    public static bool IsBetween(char c, char minInclusive, char maxInclusive) =>
        c >= minInclusive && c <= maxInclusive;

    public static bool IsLetter(char c) => IsLower(c) || IsUpper(c);

    public static bool IsLetterOrDigit(char c) => IsLetter(c) || IsDigit(c);

    public static bool IsLower(char c) => c is (>= 'a' and <= 'z') or '\u00aa' or '\u00b5'
        or '\u00ba' or (>= '\u00df' and <= '\u00ff' and not '\u00f7');

    public static bool IsUpper(char c) =>
        c is (>= 'A' and <= 'Z') or (>= '\u00c0' and <= '\u00de' and not '\u00d7');

    public static bool IsWhiteSpace(char c) => c is ' ' or (>= '\t' and <= '\r') or '\u0085'
        or '\u00a0' or '\u1680' or (>= '\u2000' and <= '\u200a') or '\u2028' or '\u2029'
        or '\u202f' or '\u205f' or '\u3000';

    public static bool IsControl(char c) => c < ' ' || c is >= '\u007f' and <= '\u009f';

    public static bool IsPunctuation(char c) => c is (>= '!' and <= '#') or (>= '%' and <= '*')
        or (>= ',' and <= '/') or ':' or ';' or '?' or '@' or (>= '[' and <= ']') or '_' or '{'
        or '}' or '\u00a1' or '\u00a7' or '\u00ab' or '\u00b6' or '\u00b7' or '\u00bb' or '\u00bf';

    public static bool IsSurrogate(char c) => c is >= '\ud800' and <= '\udfff';

    public static bool IsHighSurrogate(char c) => c is >= '\ud800' and <= '\udbff';

    public static bool IsLowSurrogate(char c) => c is >= '\udc00' and <= '\udfff';

    public static int ConvertToUtf32(char highSurrogate, char lowSurrogate) =>
        0x10000 + ((highSurrogate - 0xd800) << 10) + (lowSurrogate - 0xdc00);

    public static double GetNumericValue(char c) => IsDigit(c) ? c - '0' : -1;

    public static char ToUpperInvariant(char c)
    {
        if (c is >= 'a' and <= 'z')
            return (char)(c - 32);
        if (c < 0x80)
            return c;
        if (c is >= '\u00e0' and <= '\u00fe' and not '\u00f7')
            return (char)(c - 32);
        return c == '\u00ff' ? '\u0178' : c == '\u00b5' ? '\u039c' : c;
    }

    public static char ToLowerInvariant(char c)
    {
        if (c is >= 'A' and <= 'Z')
            return (char)(c + 32);
        return c is >= '\u00c0' and <= '\u00de' and not '\u00d7' ? (char)(c + 32) : c;
    }

    public static char ToUpper(char c) => ToUpperInvariant(c);

    public static char ToLower(char c) => ToLowerInvariant(c);
}
