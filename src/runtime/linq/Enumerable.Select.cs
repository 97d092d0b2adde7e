// SPDX-License-Identifier: MIT
using System;
using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>Queries over sequences. Arguments are checked at once, elements are made on demand.
/// </summary>
public static partial class Enumerable
{
    public static IEnumerable<TSource> Where<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        Require(source, predicate);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            foreach (TSource item in source)
            {
                if (predicate(item))
                    yield return item;
            }
        }
    }

    public static IEnumerable<TSource> Where<TSource>(
        this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)
    {
        Require(source, predicate);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            int index = 0;
            foreach (TSource item in source)
            {
                if (predicate(item, checked(index++)))
                    yield return item;
            }
        }
    }

    public static IEnumerable<TResult> Select<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        Require(source, selector);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            foreach (TSource item in source)
                yield return selector(item);
        }
    }

    public static IEnumerable<TResult> Select<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, int, TResult> selector)
    {
        Require(source, selector);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            int index = 0;
            foreach (TSource item in source)
                yield return selector(item, checked(index++));
        }
    }

    public static IEnumerable<TResult> SelectMany<TSource, TResult>(
        this IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector)
    {
        Require(source, selector);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            foreach (TSource item in source)
            {
                foreach (TResult part in selector(item))
                    yield return part;
            }
        }
    }

    public static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(
        this IEnumerable<TSource> source,
        Func<TSource, IEnumerable<TCollection>> collectionSelector,
        Func<TSource, TCollection, TResult> resultSelector)
    {
        Require(source, collectionSelector);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            foreach (TSource item in source)
            {
                foreach (TCollection part in collectionSelector(item))
                    yield return resultSelector(item, part);
            }
        }
    }

    public static IEnumerable<(int Index, TSource Item)> Index<TSource>(
        this IEnumerable<TSource> source) => source.Select((item, index) => (index, item));

    public static IEnumerable<TResult> OfType<TResult>(this IEnumerable source)
    {
        Require(source);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            foreach (object? item in source)
            {
                if (item is TResult wanted)
                    yield return wanted;
            }
        }
    }

    public static IEnumerable<TResult> Cast<TResult>(this IEnumerable source)
    {
        Require(source);
        if (source is IEnumerable<TResult> typed)
            return typed;
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            foreach (object? item in source)
                yield return (TResult)item!;
        }
    }

    private static void Require(object? source)
    {
        if (source is null)
            throw new ArgumentNullException(nameof(source));
    }

    private static void Require(object? source, object? function)
    {
        Require(source);
        if (function is null)
            throw new ArgumentNullException("predicate");
    }
}
