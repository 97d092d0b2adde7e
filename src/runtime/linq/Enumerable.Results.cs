// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static TSource First<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        foreach (TSource item in source)
            return item;
        throw NoElements();
    }

    public static TSource First<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (TSource item in source.Where(predicate))
            return item;
        throw NoMatch();
    }

    public static TSource? FirstOrDefault<TSource>(this IEnumerable<TSource> source) =>
        source.FirstOrDefault(default(TSource)!);

    public static TSource FirstOrDefault<TSource>(
        this IEnumerable<TSource> source, TSource defaultValue)
    {
        Require(source);
        foreach (TSource item in source)
            return item;
        return defaultValue;
    }

    public static TSource? FirstOrDefault<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.Where(predicate).FirstOrDefault();

    public static TSource FirstOrDefault<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue) =>
        source.Where(predicate).FirstOrDefault(defaultValue);

    public static TSource Last<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        return TryLast(source, out TSource? last) ? last! : throw NoElements();
    }

    public static TSource Last<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TryLast(source.Where(predicate), out TSource? last) ? last! : throw NoMatch();

    public static TSource? LastOrDefault<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        TryLast(source, out TSource? last);
        return last;
    }

    public static TSource? LastOrDefault<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.Where(predicate).LastOrDefault();

    public static TSource Single<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        return TrySingle(source, "Sequence contains more than one element", out TSource? single)
            ? single! : throw NoElements();
    }

    public static TSource Single<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TrySingle(source.Where(predicate), "Sequence contains more than one matching element",
            out TSource? single) ? single! : throw NoMatch();

    public static TSource? SingleOrDefault<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        TrySingle(source, "Sequence contains more than one element", out TSource? single);
        return single;
    }

    public static TSource? SingleOrDefault<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        TrySingle(source.Where(predicate), "Sequence contains more than one matching element",
            out TSource? single);
        return single;
    }

    public static TSource ElementAt<TSource>(this IEnumerable<TSource> source, int index)
    {
        Require(source);
        int left = index;
        foreach (TSource item in source)
        {
            if (left-- == 0)
                return item;
        }
        throw new ArgumentOutOfRangeException(nameof(index));
    }

    public static TSource? ElementAtOrDefault<TSource>(
        this IEnumerable<TSource> source, int index)
    {
        Require(source);
        return index < 0 ? default : source.Skip(index).FirstOrDefault();
    }

    public static bool Any<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        using IEnumerator<TSource> walk = source.GetEnumerator();
        return walk.MoveNext();
    }

    public static bool Any<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.Where(predicate).Any();

    public static bool All<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        Require(source, predicate);
        foreach (TSource item in source)
        {
            if (!predicate(item))
                return false;
        }
        return true;
    }

    public static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value)
    {
        Require(source);
        EqualityComparer<TSource> comparer = EqualityComparer<TSource>.Default;
        foreach (TSource item in source)
        {
            if (comparer.Equals(item, value))
                return true;
        }
        return false;
    }

    public static bool SequenceEqual<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second)
    {
        Require(first, second);
        EqualityComparer<TSource> comparer = EqualityComparer<TSource>.Default;
        using IEnumerator<TSource> other = second.GetEnumerator();
        foreach (TSource item in first)
        {
            if (!other.MoveNext() || !comparer.Equals(item, other.Current))
                return false;
        }
        return !other.MoveNext();
    }

    public static TSource[] ToArray<TSource>(this IEnumerable<TSource> source) =>
        source.ToList().ToArray();

    public static List<TSource> ToList<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        return new List<TSource>(source);
    }

    public static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        return new HashSet<TSource>(source);
    }

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) where TKey : notnull =>
        source.ToDictionary(keySelector, item => item);

    public static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector) where TKey : notnull
    {
        Require(source, keySelector);
        Dictionary<TKey, TElement> made = new();
        foreach (TSource item in source)
            made.Add(keySelector(item), elementSelector(item));
        return made;
    }

    public static IEnumerable<TSource> AsEnumerable<TSource>(this IEnumerable<TSource> source) =>
        source;

    public static IEnumerable<TResult> Empty<TResult>() => Array.Empty<TResult>();

    public static IEnumerable<int> Range(int start, int count)
    {
        if (count < 0 || (long)start + count - 1 > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(count));
        return Iterate();
        IEnumerable<int> Iterate()
        {
            for (int i = 0; i < count; i++)
                yield return start + i;
        }
    }

    public static IEnumerable<TResult> Repeat<TResult>(TResult element, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            for (int i = 0; i < count; i++)
                yield return element;
        }
    }

    private static InvalidOperationException NoElements() => new("Sequence contains no elements");

    private static InvalidOperationException NoMatch() =>
        new("Sequence contains no matching element");

    private static bool TryLast<TSource>(IEnumerable<TSource> source, out TSource? last)
    {
        bool hasAny = false;
        last = default;
        foreach (TSource item in source)
        {
            last = item;
            hasAny = true;
        }
        return hasAny;
    }

    private static bool TrySingle<TSource>(
        IEnumerable<TSource> source, string tooMany, out TSource? single)
    {
        bool hasAny = false;
        single = default;
        foreach (TSource item in source)
        {
            if (hasAny)
                throw new InvalidOperationException(tooMany);
            single = item;
            hasAny = true;
        }
        return hasAny;
    }
}
