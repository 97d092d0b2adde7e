// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Language;

/// <summary>Arrays of one and more dimensions.</summary>
internal static class ArrayCases
{
    private static readonly int[] s_table = [1, 1, 2, 3, 5, 8, 13];
    private static readonly string[] s_words = ["zero", "one", "two"];
    private static readonly long[,] s_grid = { { 1, 2, 3 }, { 4, 5, 6 } };

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddReferences(list);
        AddPart2(list);
        AddPart3(list);
        AddPart4(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("array.sum", () => { int s = 0; foreach (int n in s_table) s += n; return s; });
        list.Add("array.words", () => s_words[2] + s_words.Length);
        list.Add("array.grid", () => s_grid[1, 2] * s_grid.Length);
        list.Add("array.grid-length", () =>
            s_grid.GetLength(0) + "x" + s_grid.GetLength(1) + " rank " + s_grid.Rank);
        list.Add("array.grid-walk", () =>
        {
            long s = 0;
            foreach (long n in s_grid) s = s * 10 + n;
            return s;
        });
        list.Add("array.grid-bounds", () => s_grid[2, 0]);
        list.Add("array.grid-upper", () => s_grid.GetUpperBound(1));
        list.Add("array.cube", () =>
        {
            int[,,] c = new int[2, 3, 4];
            c[1, 2, 3] = 7;
            return c[1, 2, 3] + c.Length;
        });
    }

    private static void AddReferences(CaseList list)
    {
        list.Add("array.grid-of-references", () =>
        {
            object?[,] g = new object?[2, 2];
            g[0, 1] = "text";
            g[1, 0] = 5;
            ref object? last = ref g[1, 1];
            last = g[0, 0] is null;
            return g[0, 1] + "," + g[1, 0] + "," + g[1, 1];
        });
        list.Add("array.grid-of-another-type", () =>
        {
            object[,] g = new string[2, 2];
            g[0, 0] = "fits";
            g[0, 1] = new object();
            return "no failure";
        });
        list.Add("array.jagged", () =>
        {
            int[][] j = [[1], [2, 3], []];
            return j[1][1] + j[2].Length;
        });
        list.Add("array.bounds", () => s_table[Seven() + 3]);
        list.Add("array.negative", () => s_table[Seven() - 8]);
        list.Add("array.null", () => ((int[]?)null)?.Length ?? -1);
        list.Add("array.negative-size", () => new int[Seven() - 8].Length);
        list.Add("array.copy", () =>
        {
            int[] a = new int[4];
            Array.Copy(s_table, 2, a, 1, 3);
            return string.Join(",", a);
        });
        list.Add("array.copy-overlap", () =>
        {
            int[] a = [1, 2, 3, 4, 5];
            Array.Copy(a, 0, a, 1, 4);
            return string.Join(",", a);
        });
        list.Add("array.copy-too-long", () =>
        {
            int[] a = new int[2];
            Array.Copy(s_table, a, 5);
            return a;
        });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("array.copy-types", () =>
        {
            object[] a = new object[3];
            Array.Copy(s_words, a, 3);
            return a[1];
        });
        list.Add("array.copy-cast", () =>
        {
            object[] a = ["x", 5];
            string[] b = new string[2];
            Array.Copy(a, b, 2);
            return b;
        });
        list.Add("array.clone", () =>
        {
            int[] a = (int[])s_table.Clone();
            a[0] = 9;
            return s_table[0] + a[0];
        });
        list.Add("array.resize", () =>
        {
            int[] a = [1, 2];
            Array.Resize(ref a, 4);
            return string.Join(",", a);
        });
        list.Add("array.reverse", () =>
        {
            int[] a = [1, 2, 3];
            Array.Reverse(a);
            return string.Join(",", a);
        });
        list.Add("array.sort", () =>
        {
            int[] a = [5, 3, 9, 1, 7];
            Array.Sort(a);
            return string.Join(",", a);
        });
        list.Add("array.sort-strings", () =>
        {
            string[] a = ["pear", "apple", "fig"];
            Array.Sort(a, StringComparer.Ordinal);
            return string.Join(",", a);
        });
        list.Add("array.sort-many", SortMany);
        list.Add("array.search", () =>
            Array.BinarySearch(s_table, 8) + " " + Array.BinarySearch(s_table, 4));
        list.Add("array.indexof", () =>
            Array.IndexOf(s_words, "two") + Array.IndexOf(s_words, "none"));
        list.Add("array.find", () => Array.Find(s_words, w => w.Length == 4));
        list.Add("array.exists", () => Array.Exists(s_table, n => n > 12));
    }

    private static void AddPart3(CaseList list)
    {
        list.Add("array.clear", () =>
        {
            int[] a = [1, 2, 3];
            Array.Clear(a, 1, 1);
            return string.Join(",", a);
        });
        list.Add("array.fill", () =>
        {
            string[] a = new string[3];
            Array.Fill(a, "x");
            return string.Concat(a);
        });
        list.Add("array.convert", () => string.Join(",", Array.ConvertAll(s_words, w => w.Length)));
        list.Add("array.enumerable", () =>
        {
            IEnumerable<int> e = s_table;
            int n = 0;
            foreach (int i in e) n += i;
            return n;
        });
        list.Add("array.list-interface", () =>
            ((IList<int>)s_table)[3] + ((IList<int>)s_table).IndexOf(5));
        list.Add("array.list-add", () => { ((IList<int>)s_table).Add(3); return "added"; });
        list.Add("array.readonly-list", () => ((IReadOnlyList<object>)s_words)[1]);
        list.Add("array.covariant-walk", () =>
        {
            IEnumerable<object> e = s_words;
            int n = 0;
            foreach (object o in e) n += o.ToString()!.Length;
            return n;
        });
        list.Add("array.contains", () => ((ICollection<string>)s_words).Contains("one"));
        list.Add("array.empty", () =>
            Array.Empty<int>().Length + " "
                + ReferenceEquals(Array.Empty<int>(), Array.Empty<int>()));
        list.Add("array.of-bool", () =>
        {
            bool[] a = new bool[3];
            a[1] = true;
            return string.Join(",", a);
        });
        list.Add("array.of-char", () => new string(['a', 'b', 'c']));
        list.Add("array.of-double", () => { double[] a = [1.5, 2.5]; return a[0] * a[1]; });
        list.Add("array.getvalue", () => ((Array)s_table).GetValue(5));
        list.Add("array.blockcopy", () =>
        {
            int[] a = new int[2];
            Buffer.BlockCopy(s_table, 8, a, 0, 8);
            return a[0] + a[1];
        });
    }

    private static void AddPart4(CaseList list)
    {
        list.Add("array.large", () =>
        {
            byte[] a = new byte[20_000];
            a[19_999] = 3;
            return a[19_999] + a.Length;
        });
        list.Add("array.params", () => Count() + Count(1, 2, 3));
        list.Add("array.segment", () =>
        {
            ArraySegment<int> s = new(s_table, 2, 3);
            int n = 0;
            foreach (int i in s) n = n * 10 + i;
            return n;
        });
    }

    private static int Seven() => s_table.Length;

    private static int Count(params int[] numbers) => numbers.Length;

    private static object SortMany()
    {
        uint seed = 12345;
        int[] numbers = new int[500];
        for (int i = 0; i < numbers.Length; i++)
        {
            seed = (seed * 1664525) + 1013904223;
            numbers[i] = (int)(seed >> 8) % 1000;
        }
        Array.Sort(numbers);
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i - 1] > numbers[i])
                return "not sorted at " + i;
        }
        return numbers[0] + " " + numbers[250] + " " + numbers[499];
    }
}
