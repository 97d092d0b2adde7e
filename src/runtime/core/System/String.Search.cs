// SPDX-License-Identifier: MIT
namespace System;

public sealed partial class String
{
    public bool Contains(char value) => IndexOf(value) >= 0;

    public bool Contains(string value) => IndexOf(value, StringComparison.Ordinal) >= 0;

    public bool Contains(char value, StringComparison comparisonType) =>
        IndexOf(value.ToString(), comparisonType) >= 0;

    public bool Contains(string value, StringComparison comparisonType) =>
        IndexOf(value, comparisonType) >= 0;

    public int IndexOf(char value) => IndexOf(value, 0, Length);

    public int IndexOf(char value, int startIndex) =>
        IndexOf(value, startIndex, Length - startIndex);

    public int IndexOf(char value, int startIndex, int count)
    {
        CheckRange(startIndex, count);
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (this[i] == value)
                return i;
        }
        return -1;
    }

    public int IndexOf(string value) => IndexOf(value, 0, StringComparison.Ordinal);

    public int IndexOf(string value, int startIndex) =>
        IndexOf(value, startIndex, StringComparison.Ordinal);

    public int IndexOf(string value, StringComparison comparisonType) =>
        IndexOf(value, 0, comparisonType);

    public int IndexOf(string value, int startIndex, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        CheckRange(startIndex, 0);
        bool ignoresCase = Ordinal.IgnoresCase(comparisonType);
        for (int i = startIndex; i <= Length - value.Length; i++)
        {
            if (Ordinal.Equals(this.AsSpan().Slice(i, value.Length), value.AsSpan(), ignoresCase))
                return i;
        }
        return -1;
    }

    public int LastIndexOf(char value)
    {
        for (int i = Length - 1; i >= 0; i--)
        {
            if (this[i] == value)
                return i;
        }
        return -1;
    }

    public int LastIndexOf(string value) => LastIndexOf(value, StringComparison.Ordinal);

    public int LastIndexOf(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        bool ignoresCase = Ordinal.IgnoresCase(comparisonType);
        for (int i = Length - value.Length; i >= 0; i--)
        {
            if (Ordinal.Equals(this.AsSpan().Slice(i, value.Length), value.AsSpan(), ignoresCase))
                return i;
        }
        return -1;
    }

    public int IndexOfAny(params char[] anyOf)
    {
        ArgumentNullException.ThrowIfNull(anyOf);
        for (int i = 0; i < Length; i++)
        {
            foreach (char c in anyOf)
            {
                if (this[i] == c)
                    return i;
            }
        }
        return -1;
    }

    public bool StartsWith(char value) => Length > 0 && this[0] == value;

    public bool StartsWith(string value) => StartsWith(value, StringComparison.Ordinal);

    public bool StartsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= Length && Ordinal.Equals(
            this.AsSpan().Slice(0, value.Length), value.AsSpan(),
                Ordinal.IgnoresCase(comparisonType));
    }

    public bool EndsWith(char value) => Length > 0 && this[Length - 1] == value;

    public bool EndsWith(string value) => EndsWith(value, StringComparison.Ordinal);

    public bool EndsWith(string value, StringComparison comparisonType)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length <= Length && Ordinal.Equals(
            this.AsSpan().Slice(Length - value.Length), value.AsSpan(),
            Ordinal.IgnoresCase(comparisonType));
    }

    public bool Equals(string? value, StringComparison comparisonType) =>
        Equals(this, value, comparisonType);

    public static bool Equals(string? a, string? b, StringComparison comparisonType) =>
        a is null || b is null ? (object?)a == b
            : Ordinal.Equals(a.AsSpan(), b.AsSpan(), Ordinal.IgnoresCase(comparisonType));

    public int CompareTo(string? strB) => Compare(this, strB);

    public int CompareTo(object? value) => value switch
    {
        null => 1,
        string other => Compare(this, other),
        _ => throw new ArgumentException("Object must be of type String."),
    };

    public static int CompareOrdinal(string? strA, string? strB) =>
        Compare(strA, strB, StringComparison.Ordinal);

    public static int Compare(string? strA, string? strB) =>
        Compare(strA, strB, StringComparison.Ordinal);

    public static int Compare(string? strA, string? strB, bool ignoreCase) =>
        Compare(strA, strB,
            ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    public static int Compare(string? strA, string? strB, StringComparison comparisonType)
    {
        if ((object?)strA == strB)
            return 0;
        if (strA is null)
            return -1;
        return strB is null ? 1 : Ordinal.Compare(
            strA.AsSpan(), strB.AsSpan(), Ordinal.IgnoresCase(comparisonType));
    }

    private void CheckRange(int startIndex, int count)
    {
        if ((uint)startIndex > (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(startIndex));
        if (count < 0 || count > Length - startIndex)
            throw new ArgumentOutOfRangeException(nameof(count));
    }
}
