// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static int Count<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        if (source is ICollection<TSource> counted)
            return counted.Count;
        int count = 0;
        foreach (TSource _ in source)
            checked { count++; }
        return count;
    }

    public static int Count<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.Where(predicate).Count();

    public static long LongCount<TSource>(this IEnumerable<TSource> source) => source.Count();

    public static int Sum(this IEnumerable<int> source)
    {
        Require(source);
        int sum = 0;
        foreach (int value in source)
            sum = checked(sum + value);
        return sum;
    }

    public static long Sum(this IEnumerable<long> source)
    {
        Require(source);
        long sum = 0;
        foreach (long value in source)
            sum = checked(sum + value);
        return sum;
    }

    public static double Sum(this IEnumerable<double> source)
    {
        Require(source);
        double sum = 0;
        foreach (double value in source)
            sum += value;
        return sum;
    }

    public static float Sum(this IEnumerable<float> source)
    {
        Require(source);
        double sum = 0;
        foreach (float value in source)
            sum += value;
        return (float)sum;
    }

    public static int Sum<TSource>(
        this IEnumerable<TSource> source, Func<TSource, int> selector) =>
        source.Select(selector).Sum();

    public static long Sum<TSource>(
        this IEnumerable<TSource> source, Func<TSource, long> selector) =>
        source.Select(selector).Sum();

    public static double Sum<TSource>(
        this IEnumerable<TSource> source, Func<TSource, double> selector) =>
        source.Select(selector).Sum();

    public static double Average(this IEnumerable<int> source) =>
        source.Select(value => (long)value).Average();

    public static double Average(this IEnumerable<long> source)
    {
        Require(source);
        long sum = 0, count = 0;
        foreach (long value in source)
        {
            sum = checked(sum + value);
            count++;
        }
        return count == 0 ? throw NoElements() : (double)sum / count;
    }

    public static double Average(this IEnumerable<double> source)
    {
        Require(source);
        double sum = 0;
        long count = 0;
        foreach (double value in source)
        {
            sum += value;
            count++;
        }
        return count == 0 ? throw NoElements() : sum / count;
    }

    public static double Average<TSource>(
        this IEnumerable<TSource> source, Func<TSource, int> selector) =>
        source.Select(selector).Average();

    public static double Average<TSource>(
        this IEnumerable<TSource> source, Func<TSource, double> selector) =>
        source.Select(selector).Average();

    public static TSource? Min<TSource>(this IEnumerable<TSource> source) =>
        source.Min((IComparer<TSource>?)null);

    public static TSource? Min<TSource>(
        this IEnumerable<TSource> source, IComparer<TSource>? comparer) =>
        Extreme(source, item => item, comparer, -1);

    public static TSource? Max<TSource>(this IEnumerable<TSource> source) =>
        source.Max((IComparer<TSource>?)null);

    public static TSource? Max<TSource>(
        this IEnumerable<TSource> source, IComparer<TSource>? comparer) =>
        Extreme(source, item => item, comparer, 1);

    public static TResult? Min<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, TResult> selector) =>
        source.Select(selector).Min();

    public static TResult? Max<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, TResult> selector) =>
        source.Select(selector).Max();

    public static TSource? MinBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        Extreme(source, keySelector, null, -1);

    public static TSource? MaxBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        Extreme(source, keySelector, null, 1);

    public static TSource Aggregate<TSource>(
        this IEnumerable<TSource> source, Func<TSource, TSource, TSource> func)
    {
        Require(source, func);
        using IEnumerator<TSource> walk = source.GetEnumerator();
        if (!walk.MoveNext())
            throw NoElements();
        TSource result = walk.Current;
        while (walk.MoveNext())
            result = func(result, walk.Current);
        return result;
    }

    public static TAccumulate Aggregate<TSource, TAccumulate>(
        this IEnumerable<TSource> source, TAccumulate seed,
        Func<TAccumulate, TSource, TAccumulate> func)
    {
        Require(source, func);
        foreach (TSource item in source)
            seed = func(seed, item);
        return seed;
    }

    public static TResult Aggregate<TSource, TAccumulate, TResult>(
        this IEnumerable<TSource> source, TAccumulate seed,
        Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector) =>
        resultSelector(source.Aggregate(seed, func));

    // The first of several; null keys count only when there is nothing else.
    private static TSource? Extreme<TSource, TKey>(
        IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer,
        int direction)
    {
        Require(source, keySelector);
        comparer ??= Comparer<TKey>.Default;
        bool hasAny = false;
        TSource? best = default;
        TKey? bestKey = default;
        foreach (TSource item in source)
        {
            TKey key = keySelector(item);
            bool isBetter = !hasAny || (key is not null
                && (bestKey is null || direction * Math.Sign(comparer.Compare(key, bestKey)) > 0));
            if (!isBetter)
                continue;
            hasAny = true;
            best = item;
            bestKey = key;
        }
        if (!hasAny && default(TSource) is not null)
            throw NoElements();
        return best;
    }
}
