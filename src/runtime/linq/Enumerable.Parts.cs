// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, int count)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            int left = count;
            if (left <= 0)
                yield break;
            foreach (TSource item in source)
            {
                yield return item;
                if (--left == 0)
                    yield break;
            }
        }
    }

    public static IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            int left = count;
            foreach (TSource item in source)
            {
                if (left-- <= 0)
                    yield return item;
            }
        }
    }

    public static IEnumerable<TSource> TakeWhile<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        Require(source, predicate);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            foreach (TSource item in source)
            {
                if (!predicate(item))
                    yield break;
                yield return item;
            }
        }
    }

    public static IEnumerable<TSource> SkipWhile<TSource>(
        this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        Require(source, predicate);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            bool isOn = false;
            foreach (TSource item in source)
            {
                isOn = isOn || !predicate(item);
                if (isOn)
                    yield return item;
            }
        }
    }

    public static IEnumerable<TSource> TakeLast<TSource>(
        this IEnumerable<TSource> source, int count)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            List<TSource> all = source.ToList();
            for (int i = Math.Max(0, all.Count - Math.Max(0, count)); i < all.Count; i++)
                yield return all[i];
        }
    }

    public static IEnumerable<TSource> SkipLast<TSource>(
        this IEnumerable<TSource> source, int count)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            List<TSource> all = source.ToList();
            for (int i = 0; i < all.Count - Math.Max(0, count); i++)
                yield return all[i];
        }
    }

    public static IEnumerable<TSource[]> Chunk<TSource>(
        this IEnumerable<TSource> source, int size)
    {
        Require(source);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        return Iterate();
        IEnumerable<TSource[]> Iterate()
        {
            List<TSource> part = new();
            foreach (TSource item in source)
            {
                part.Add(item);
                if (part.Count < size)
                    continue;
                yield return part.ToArray();
                part.Clear();
            }
            if (part.Count != 0)
                yield return part.ToArray();
        }
    }

    public static IEnumerable<TSource> Concat<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second)
    {
        Require(first, second);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            foreach (TSource item in first)
                yield return item;
            foreach (TSource item in second)
                yield return item;
        }
    }

    public static IEnumerable<TSource> Append<TSource>(
        this IEnumerable<TSource> source, TSource element) => source.Concat([element]);

    public static IEnumerable<TSource> Prepend<TSource>(
        this IEnumerable<TSource> source, TSource element)
    {
        Require(source);
        return ((IEnumerable<TSource>)[element]).Concat(source);
    }

    public static IEnumerable<TSource> Reverse<TSource>(this IEnumerable<TSource> source)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            List<TSource> all = source.ToList();
            for (int i = all.Count - 1; i >= 0; i--)
                yield return all[i];
        }
    }

    public static IEnumerable<TSource> Reverse<TSource>(this TSource[] source) =>
        Reverse((IEnumerable<TSource>)source);

    public static IEnumerable<TSource?> DefaultIfEmpty<TSource>(
        this IEnumerable<TSource> source) => source.DefaultIfEmpty(default!);

    public static IEnumerable<TSource> DefaultIfEmpty<TSource>(
        this IEnumerable<TSource> source, TSource defaultValue)
    {
        Require(source);
        return Iterate();
        IEnumerable<TSource> Iterate()
        {
            bool isEmpty = true;
            foreach (TSource item in source)
            {
                isEmpty = false;
                yield return item;
            }
            if (isEmpty)
                yield return defaultValue;
        }
    }

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(
        this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.Zip(second, (left, right) => (left, right));

    public static IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(
        this IEnumerable<TFirst> first, IEnumerable<TSecond> second,
        Func<TFirst, TSecond, TResult> resultSelector)
    {
        Require(first, second);
        return Iterate();
        IEnumerable<TResult> Iterate()
        {
            using IEnumerator<TSecond> other = second.GetEnumerator();
            foreach (TFirst item in first)
            {
                if (!other.MoveNext())
                    yield break;
                yield return resultSelector(item, other.Current);
            }
        }
    }
}
