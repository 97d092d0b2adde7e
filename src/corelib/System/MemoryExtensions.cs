// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Searching and comparing over spans.</summary>
public static partial class MemoryExtensions
{
    /// <summary>Whether both have the same elements in the same order.</summary>
    public static bool SequenceEqual<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>?
    {
        if (span.Length != other.Length)
            return false;
        for (int i = 0; i < span.Length; i++)
        {
            if (!span[i]!.Equals(other[i]))
                return false;
        }
        return true;
    }

    /// <summary>Whether both have the same elements in the same order.</summary>
    public static bool SequenceEqual<T>(this Span<T> span, ReadOnlySpan<T> other)
        where T : IEquatable<T>? => SequenceEqual((ReadOnlySpan<T>)span, other);

    /// <summary>Index of the first element that equals the value, or -1.</summary>
    public static int IndexOf<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (span[i]!.Equals(value))
                return i;
        }
        return -1;
    }

    /// <summary>Index of the first element that equals the value, or -1.</summary>
    public static int IndexOf<T>(this Span<T> span, T value) where T : IEquatable<T>? =>
        IndexOf((ReadOnlySpan<T>)span, value);

    /// <summary>Index of the last element that equals the value, or -1.</summary>
    public static int LastIndexOf<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>?
    {
        for (int i = span.Length - 1; i >= 0; i--)
        {
            if (span[i]!.Equals(value))
                return i;
        }
        return -1;
    }

    /// <summary>Index where the other elements first appear in a row, or -1.</summary>
    public static int IndexOf<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>?
    {
        for (int i = 0; i <= span.Length - value.Length; i++)
        {
            if (span.Slice(i, value.Length).SequenceEqual(value))
                return i;
        }
        return -1;
    }

    /// <summary>Whether an element equals the value.</summary>
    public static bool Contains<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? =>
        IndexOf(span, value) >= 0;

    /// <summary>Whether an element equals the value.</summary>
    public static bool Contains<T>(this Span<T> span, T value) where T : IEquatable<T>? =>
        IndexOf((ReadOnlySpan<T>)span, value) >= 0;

    /// <summary>Whether the elements start with the others.</summary>
    public static bool StartsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? =>
        value.Length <= span.Length && span.Slice(0, value.Length).SequenceEqual(value);

    /// <summary>Whether the elements start with the others.</summary>
    public static bool StartsWith<T>(this Span<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => StartsWith((ReadOnlySpan<T>)span, value);

    /// <summary>Whether the elements end with the others.</summary>
    public static bool EndsWith<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? =>
        value.Length <= span.Length
        && span.Slice(span.Length - value.Length).SequenceEqual(value);

    /// <summary>
    /// Below zero, zero or above zero: before, equal to or after the other, element by element.
    /// </summary>
    public static int SequenceCompareTo<T>(this ReadOnlySpan<T> span, ReadOnlySpan<T> other)
        where T : IComparable<T>?
    {
        int common = span.Length < other.Length ? span.Length : other.Length;
        for (int i = 0; i < common; i++)
        {
            int order = span[i]!.CompareTo(other[i]);
            if (order != 0)
                return order;
        }
        return span.Length - other.Length;
    }

    /// <summary>The text as a span; empty for null.</summary>
    /// <remarks>The C# compiler turns conversions of texts to spans into calls of this.</remarks>
    public static ReadOnlySpan<char> AsSpan(this string? text) =>
        text is null ? default : new(in text.GetPinnableReference(), text.Length);
}
