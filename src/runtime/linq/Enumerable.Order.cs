// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static IOrderedEnumerable<T> Order<T>(this IEnumerable<T> source) =>
        source.OrderBy(item => item);

    public static IOrderedEnumerable<T> Order<T>(
        this IEnumerable<T> source, IComparer<T>? comparer) =>
        source.OrderBy(item => item, comparer);

    public static IOrderedEnumerable<T> OrderDescending<T>(this IEnumerable<T> source) =>
        source.OrderByDescending(item => item);

    public static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.OrderBy(keySelector, null);

    public static IOrderedEnumerable<TSource> OrderBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        IComparer<TKey>? comparer)
    {
        Require(source, keySelector);
        return new Ordering<TSource>(source, [By(keySelector, comparer, 1)]);
    }

    public static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.OrderByDescending(keySelector, null);

    public static IOrderedEnumerable<TSource> OrderByDescending<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        IComparer<TKey>? comparer)
    {
        Require(source, keySelector);
        return new Ordering<TSource>(source, [By(keySelector, comparer, -1)]);
    }

    public static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(
        this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.ThenBy(keySelector, null);

    public static IOrderedEnumerable<TSource> ThenBy<TSource, TKey>(
        this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        IComparer<TKey>? comparer)
    {
        Require(source, keySelector);
        return ((Ordering<TSource>)source).Then(By(keySelector, comparer, 1));
    }

    public static IOrderedEnumerable<TSource> ThenByDescending<TSource, TKey>(
        this IOrderedEnumerable<TSource> source, Func<TSource, TKey> keySelector)
    {
        Require(source, keySelector);
        return ((Ordering<TSource>)source).Then(By(keySelector, null, -1));
    }

    private static Func<TSource, TSource, int> By<TSource, TKey>(
        Func<TSource, TKey> keySelector, IComparer<TKey>? comparer, int direction)
    {
        IComparer<TKey> order = comparer ?? Comparer<TKey>.Default;
        return (left, right) =>
            direction * Math.Sign(order.Compare(keySelector(left), keySelector(right)));
    }
}
