// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Linq;

namespace Bulkhead.Conformance.Library;

/// <summary>Queries.</summary>
internal static class QueryCases
{
    private static readonly int[] s_numbers = [5, 3, 8, 1, 9, 2];
    private static readonly string[] s_words = ["pear", "fig", "apple", "kiwi", "fig"];

    private static string Text<T>(IEnumerable<T> items) => string.Join(",", items);

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("query.where", () => Text(s_numbers.Where(n => n > 4)));
        list.Add("query.where-index", () => Text(s_numbers.Where((n, i) => i % 2 == 0)));
        list.Add("query.select", () => Text(s_words.Select(w => w.Length)));
        list.Add("query.select-index", () => Text(s_words.Select((w, i) => i + w)));
        list.Add("query.selectmany", () => Text(s_words.SelectMany(w => w.Take(1))));
        list.Add("query.syntax", () =>
            Text(from n in s_numbers where n < 6 orderby n select n * 2));
        list.Add("query.orderby", () => Text(s_words.OrderBy(w => w.Length)));
        list.Add("query.orderby-descending", () => Text(s_numbers.OrderByDescending(n => n)));
        list.Add("query.thenby", () =>
            Text(s_words.OrderBy(w => w.Length).ThenBy(w => w, StringComparer.Ordinal)));
        list.Add("query.order", () => Text(s_numbers.Order()));
        list.Add("query.reverse", () => Text(Enumerable.Reverse(s_numbers)));
        list.Add("query.distinct", () => Text(s_words.Distinct()));
        list.Add("query.distinctby", () => Text(s_words.DistinctBy(w => w.Length)));
        list.Add("query.take", () => Text(s_numbers.Take(2)) + "|" + Text(s_numbers.Skip(4)));
        list.Add("query.takewhile", () =>
            Text(s_numbers.TakeWhile(n => n != 1)) + "|" + Text(s_numbers.SkipWhile(n => n != 1)));
        list.Add("query.takelast", () =>
            Text(s_numbers.TakeLast(2)) + "|" + Text(s_numbers.SkipLast(4)));
        list.Add("query.concat", () => Text(s_numbers.Concat([7])));
        list.Add("query.append", () => Text(s_numbers.Take(1).Append(0).Prepend(6)));
        list.Add("query.union", () => Text(s_numbers.Union([1, 100])));
        list.Add("query.intersect", () => Text(s_numbers.Intersect([1, 9, 100])));
        list.Add("query.except", () => Text(s_numbers.Except([1, 9])));
        list.Add("query.zip", () => Text(s_numbers.Zip(s_words)));
        list.Add("query.zip-function", () => Text(s_numbers.Zip(s_words, (n, w) => w + n)));
        list.Add("query.chunk", () => Text(s_numbers.Chunk(4).Select(c => c.Length)));
        list.Add("query.groupby", () =>
            Text(s_words.GroupBy(w => w.Length).Select(g => g.Key + ":" + g.Count())));
        list.Add("query.lookup", () => Text(s_words.ToLookup(w => w.Length)[3]));
        list.Add("query.join", () =>
            Text(s_numbers.Join(s_words, n => n, w => w.Length, (n, w) => n + w)));
        list.Add("query.todictionary", () => s_numbers.ToDictionary(n => n, n => n * n)[8]);
        list.Add("query.tolist", () => s_numbers.Where(n => n > 2).ToList().Count);
        list.Add("query.toarray", () => s_numbers.Select(n => n + 1).ToArray()[2]);
        list.Add("query.tohashset", () => s_words.ToHashSet().Count);
        list.Add("query.first", () => s_numbers.First() + s_numbers.First(n => n > 5));
        list.Add("query.first-none", () => s_numbers.First(n => n > 50));
        list.Add("query.first-empty", () => Enumerable.Empty<int>().First());
        list.Add("query.firstordefault", () =>
            s_numbers.FirstOrDefault(n => n > 50) + s_numbers.FirstOrDefault(n => n > 50, -1));
        list.Add("query.last", () => s_numbers.Last() + s_numbers.Last(n => n > 5));
        list.Add("query.single", () => s_numbers.Single(n => n == 8));
        list.Add("query.single-many", () => s_numbers.Single());
        list.Add("query.elementat", () =>
            s_numbers.ElementAt(2) + s_numbers.ElementAtOrDefault(20));
        list.Add("query.any", () =>
            s_numbers.Any() + " " + s_numbers.Any(n => n > 50) + " " + s_numbers.All(n => n > 0));
        list.Add("query.count", () => s_numbers.Count() + s_numbers.Count(n => n > 4));
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("query.contains", () => s_numbers.Contains(9) + " " + s_words.Contains("none"));
        list.Add("query.sum", () => s_numbers.Sum() + s_words.Sum(w => w.Length));
        list.Add("query.sum-double", () => new[] { 0.5, 0.25 }.Sum());
        list.Add("query.average", () => s_numbers.Average());
        list.Add("query.average-empty", () => Enumerable.Empty<int>().Average());
        list.Add("query.min", () => s_numbers.Min() + s_words.Min(w => w.Length));
        list.Add("query.max", () => s_numbers.Max() + " " + s_words.Max(StringComparer.Ordinal));
        list.Add("query.minby", () => s_words.MinBy(w => w.Length) + s_words.MaxBy(w => w.Length));
        list.Add("query.min-empty", () => Enumerable.Empty<int>().Min());
        list.Add("query.aggregate", () => s_numbers.Aggregate((a, b) => a * 2 + b));
        list.Add("query.aggregate-seed", () => s_words.Aggregate("", (a, w) => a + w[0]));
        list.Add("query.range", () => Text(Enumerable.Range(3, 4)));
        list.Add("query.repeat", () => Text(Enumerable.Repeat("x", 3)));
        list.Add("query.oftype", () => Text(new object[] { 1, "a", 2 }.OfType<int>()));
        list.Add("query.cast", () => Text(new object[] { 1, 2 }.Cast<int>()));
        list.Add("query.sequenceequal", () => s_numbers.SequenceEqual([5, 3, 8, 1, 9, 2]));
        list.Add("query.defaultifempty", () => Text(Enumerable.Empty<int>().DefaultIfEmpty(4)));
        list.Add("query.deferred", () =>
        {
            int calls = 0;
            var q = s_numbers.Select(n => { calls++; return n; });
            _ = q;
            return calls;
        });
        list.Add("query.chain", () =>
            s_numbers.Where(n => n % 2 == 1).Select(n => n * n).OrderBy(n => n).Skip(1).Sum());
        list.Add("query.index", () => Text(s_words.Index().Select(p => p.Index + p.Item)));
        list.Add("query.null", () => ((int[])null!).Where(n => n > 0));
    }
}
