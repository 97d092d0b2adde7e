// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace System.Linq;

public static partial class Enumerable
{
    public static int Min(this IEnumerable<int> source) =>
        Extreme(source, item => item, null, -1);

    public static int Min<TSource>(
        this IEnumerable<TSource> source, Func<TSource, int> selector) =>
        source.Select(selector).Min();

    public static int Max(this IEnumerable<int> source) =>
        Extreme(source, item => item, null, 1);

    public static int Max<TSource>(
        this IEnumerable<TSource> source, Func<TSource, int> selector) =>
        source.Select(selector).Max();

    public static long Min(this IEnumerable<long> source) =>
        Extreme(source, item => item, null, -1);

    public static long Min<TSource>(
        this IEnumerable<TSource> source, Func<TSource, long> selector) =>
        source.Select(selector).Min();

    public static long Max(this IEnumerable<long> source) =>
        Extreme(source, item => item, null, 1);

    public static long Max<TSource>(
        this IEnumerable<TSource> source, Func<TSource, long> selector) =>
        source.Select(selector).Max();

    public static double Min(this IEnumerable<double> source) =>
        Extreme(source, item => item, null, -1);

    public static double Min<TSource>(
        this IEnumerable<TSource> source, Func<TSource, double> selector) =>
        source.Select(selector).Min();

    public static double Max(this IEnumerable<double> source) =>
        Extreme(source, item => item, null, 1);

    public static double Max<TSource>(
        this IEnumerable<TSource> source, Func<TSource, double> selector) =>
        source.Select(selector).Max();

    public static float Min(this IEnumerable<float> source) =>
        Extreme(source, item => item, null, -1);

    public static float Min<TSource>(
        this IEnumerable<TSource> source, Func<TSource, float> selector) =>
        source.Select(selector).Min();

    public static float Max(this IEnumerable<float> source) =>
        Extreme(source, item => item, null, 1);

    public static float Max<TSource>(
        this IEnumerable<TSource> source, Func<TSource, float> selector) =>
        source.Select(selector).Max();
}
