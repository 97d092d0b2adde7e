// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source) =>
        source.Distinct(null);

    public static IEnumerable<TSource> Distinct<TSource>(
        this IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer) =>
        source.DistinctBy(item => item, comparer);

    public static IEnumerable<TSource> DistinctBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.DistinctBy(keySelector, null);

    public static IEnumerable<TSource> DistinctBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        IEqualityComparer<TKey>? comparer)
    {
        Require(source, keySelector);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            HashSet<TKey> seen = new(comparer);
            foreach (TSource item in source)
            {
                if (seen.Add(keySelector(item)))
                    yield return item;
            }
        }
    }

    public static IEnumerable<TSource> Union<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second) =>
        first.Concat(second).Distinct();

    public static IEnumerable<TSource> Intersect<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second)
    {
        Require(first, second);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            HashSet<TSource> wanted = new(second);
            foreach (TSource item in first)
            {
                if (wanted.Remove(item))
                    yield return item;
            }
        }
    }

    public static IEnumerable<TSource> Except<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second)
    {
        Require(first, second);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            HashSet<TSource> unwanted = new(second);
            foreach (TSource item in first)
            {
                if (unwanted.Add(item))
                    yield return item;
            }
        }
    }

    public static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
    {
        Require(source, keySelector);
        return Iterate();
        IEnumerable<IGrouping<TKey, TSource>> Iterate()
        {
            foreach (IGrouping<TKey, TSource> group in Lookup<TKey, TSource>.Of(
                source, keySelector, item => item))
                yield return group;
        }
    }

    public static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector,
        Func<TSource, TElement> elementSelector)
    {
        Require(source, keySelector);
        return Iterate();
        IEnumerable<IGrouping<TKey, TElement>> Iterate()
        {
            foreach (IGrouping<TKey, TElement> group in Lookup<TKey, TElement>.Of(
                source, keySelector, elementSelector))
                yield return group;
        }
    }

    public static ILookup<TKey, TSource> ToLookup<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
    {
        Require(source, keySelector);
        return Lookup<TKey, TSource>.Of(source, keySelector, item => item);
    }

    public static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(
        this IEnumerable<TOuter> outer, IEnumerable<TInner> inner,
        Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, TResult> resultSelector)
    {
        Require(outer, inner);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            ILookup<TKey, TInner> byKey = inner.ToLookup(innerKeySelector);
            foreach (TOuter item in outer)
            {
                foreach (TInner match in byKey[outerKeySelector(item)])
                    yield return resultSelector(item, match);
            }
        }
    }

    public static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
        this IEnumerable<TOuter> outer, IEnumerable<TInner> inner,
        Func<TOuter, TKey> outerKeySelector, Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, TResult> resultSelector)
    {
        Require(outer, inner);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            ILookup<TKey, TInner> byKey = inner.ToLookup(innerKeySelector);
            foreach (TOuter item in outer)
                yield return resultSelector(item, byKey[outerKeySelector(item)]);
        }
    }
}
