// SPDX-License-Identifier: MIT
namespace System;

public static partial class MemoryExtensions
{
    public static ReadOnlySpan<char> Trim(this ReadOnlySpan<char> span) =>
        span.TrimStart().TrimEnd();

    public static ReadOnlySpan<char> TrimStart(this ReadOnlySpan<char> span)
    {
        int start = 0;
        while (start < span.Length && char.IsWhiteSpace(span[start]))
            start++;
        return span.Slice(start);
    }

    public static ReadOnlySpan<char> TrimEnd(this ReadOnlySpan<char> span)
    {
        int end = span.Length;
        while (end > 0 && char.IsWhiteSpace(span[end - 1]))
            end--;
        return span.Slice(0, end);
    }

    public static bool Equals(
        this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        Ordinal.Equals(span, other, Ordinal.IgnoresCase(comparisonType));

    public static int CompareTo(
        this ReadOnlySpan<char> span, ReadOnlySpan<char> other, StringComparison comparisonType) =>
        Ordinal.Compare(span, other, Ordinal.IgnoresCase(comparisonType));

    public static bool IsWhiteSpace(this ReadOnlySpan<char> span)
    {
        foreach (char c in span)
        {
            if (!char.IsWhiteSpace(c))
                return false;
        }
        return true;
    }

    public static ReadOnlySpan<char> AsSpan(this string? text, int start)
    {
        ReadOnlySpan<char> all = text.AsSpan();
        return all.Slice(start);
    }

    public static ReadOnlySpan<char> AsSpan(this string? text, int start, int length)
    {
        ReadOnlySpan<char> all = text.AsSpan();
        return all.Slice(start, length);
    }

    public static Span<T> AsSpan<T>(this T[]? array) => new(array);

    public static Span<T> AsSpan<T>(this T[]? array, int start) =>
        new Span<T>(array).Slice(start);

    public static Span<T> AsSpan<T>(this T[]? array, int start, int length) =>
        new(array, start, length);

    public static Span<T> AsSpan<T>(this T[]? array, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(array?.Length ?? 0);
        return new(array, offset, length);
    }

    public static Memory<T> AsMemory<T>(this T[]? array) => new(array);

    public static Memory<T> AsMemory<T>(this T[]? array, int start, int length) =>
        new(array, start, length);

    public static void CopyTo<T>(this T[]? source, Span<T> destination) =>
        new ReadOnlySpan<T>(source).CopyTo(destination);

    public static void Reverse<T>(this Span<T> span)
    {
        for (int low = 0, high = span.Length - 1; low < high; low++, high--)
            (span[low], span[high]) = (span[high], span[low]);
    }

    public static void Sort<T>(this Span<T> span) =>
        IntroSort<T>.Sort(span, Collections.Generic.Comparer<T>.Default);

    public static void Sort<T>(this Span<T> span, Comparison<T> comparison) =>
        IntroSort<T>.Sort(span, Collections.Generic.Comparer<T>.Create(comparison));

    public static int BinarySearch<T>(this ReadOnlySpan<T> span, IComparable<T> comparable) =>
        BinarySearch<T, IComparable<T>>(span, comparable);

    public static int BinarySearch<T>(this Span<T> span, IComparable<T> comparable) =>
        BinarySearch<T, IComparable<T>>(span, comparable);

    public static int BinarySearch<T, TComparable>(this Span<T> span, TComparable comparable)
        where TComparable : IComparable<T>, allows ref struct =>
        BinarySearch((ReadOnlySpan<T>)span, comparable);

    public static int BinarySearch<T, TComparable>(
        this ReadOnlySpan<T> span, TComparable comparable)
        where TComparable : IComparable<T>, allows ref struct
    {
        int low = 0, high = span.Length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = comparable.CompareTo(span[middle]);
            if (order == 0)
                return middle;
            if (order > 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    public static int IndexOfAny<T>(this ReadOnlySpan<T> span, T value0, T value1)
        where T : IEquatable<T>?
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (span[i]!.Equals(value0) || span[i]!.Equals(value1))
                return i;
        }
        return -1;
    }

    public static bool EndsWith<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? =>
        !span.IsEmpty && span[span.Length - 1]!.Equals(value);

    public static bool StartsWith<T>(this ReadOnlySpan<T> span, T value) where T : IEquatable<T>? =>
        !span.IsEmpty && span[0]!.Equals(value);
}
