// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Library;

/// <summary>List.</summary>
internal static class ListCases
{
    private static List<int> Numbers() => [5, 3, 8, 1, 9, 2];

    private static string Text<T>(IEnumerable<T> items) => string.Join(",", items);

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
        AddPart3(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("list.add", () =>
        {
            List<int> l = new();
            for (int i = 0; i < 20; i++) l.Add(i);
            return l.Count + l[19];
        });
        list.Add("list.capacity", () =>
        {
            List<int> l = new() { 1, 2, 3, 4, 5 };
            return l.Capacity;
        });
        list.Add("list.initial", () => Text(new List<int>(new[] { 1, 2 })));
        list.Add("list.addrange", () =>
        {
            List<int> l = Numbers();
            l.AddRange([7, 7]);
            return Text(l);
        });
        list.Add("list.addrange-self", () =>
        {
            List<int> l = [1, 2];
            l.AddRange(l);
            return Text(l);
        });
        list.Add("list.insert", () =>
        {
            List<int> l = Numbers();
            l.Insert(2, 77);
            return Text(l);
        });
        list.Add("list.insertrange", () =>
        {
            List<int> l = Numbers();
            l.InsertRange(1, [0, 0]);
            return Text(l);
        });
        list.Add("list.insert-bad", () => { List<int> l = []; l.Insert(1, 5); return l; });
        list.Add("list.remove", () =>
        {
            List<int> l = Numbers();
            return l.Remove(8) + " " + l.Remove(100) + " " + Text(l);
        });
        list.Add("list.removeat", () =>
        {
            List<int> l = Numbers();
            l.RemoveAt(0);
            return Text(l);
        });
        list.Add("list.removeat-bad", () => { Numbers().RemoveAt(6); return ""; });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("list.removerange", () =>
        {
            List<int> l = Numbers();
            l.RemoveRange(1, 3);
            return Text(l);
        });
        list.Add("list.removeall", () =>
        {
            List<int> l = Numbers();
            return l.RemoveAll(n => n > 4) + " " + Text(l);
        });
        list.Add("list.indexof", () => Numbers().IndexOf(8) + " " + Numbers().IndexOf(100));
        list.Add("list.contains", () => Numbers().Contains(9));
        list.Add("list.sort", () => { List<int> l = Numbers(); l.Sort(); return Text(l); });
        list.Add("list.sort-comparison", () =>
        {
            List<int> l = Numbers();
            l.Sort((a, b) => b.CompareTo(a));
            return Text(l);
        });
        list.Add("list.sort-strings", () =>
        {
            List<string> l = ["b", "a", "c"];
            l.Sort(StringComparer.Ordinal);
            return Text(l);
        });
        list.Add("list.reverse", () => { List<int> l = Numbers(); l.Reverse(); return Text(l); });
        list.Add("list.binarysearch", () =>
        {
            List<int> l = [1, 3, 5, 7];
            return l.BinarySearch(5) + " " + l.BinarySearch(4);
        });
        list.Add("list.find", () =>
            Numbers().Find(n => n > 5) + " " + Numbers().FindLast(n => n > 5) + " "
                + Numbers().Find(n => n > 50));
        list.Add("list.findall", () => Text(Numbers().FindAll(n => n % 2 == 1)));
        list.Add("list.findindex", () => Numbers().FindIndex(n => n == 1));
        list.Add("list.exists", () =>
            Numbers().Exists(n => n == 1) + " " + Numbers().TrueForAll(n => n > 0));
        list.Add("list.convertall", () => Text(Numbers().ConvertAll(n => "n" + n)));
        list.Add("list.foreach", () => { int s = 0; Numbers().ForEach(n => s += n); return s; });
        list.Add("list.getrange", () => Text(Numbers().GetRange(1, 3)));
        list.Add("list.slice", () => Text(Numbers()[2..4]));
        list.Add("list.toarray", () => Numbers().ToArray().Length);
        list.Add("list.copyto", () =>
        {
            int[] a = new int[8];
            Numbers().CopyTo(a, 1);
            return Text(a);
        });
    }

    private static void AddPart3(CaseList list)
    {
        list.Add("list.clear", () => { List<string> l = ["a"]; l.Clear(); return l.Count; });
        list.Add("list.asreadonly", () =>
        {
            IList<int> l = Numbers().AsReadOnly();
            try { l.Add(1); return "no"; } catch (NotSupportedException e) { return e.Message; }
        });
        list.Add("list.set", () => { List<int> l = Numbers(); l[1] = 33; return l[1]; });
        list.Add("list.set-bad", () => { Numbers()[6] = 1; return ""; });
        list.Add("list.capacity-bad", () => { List<int> l = Numbers(); l.Capacity = 2; return l; });
        list.Add("list.modified", () =>
        {
            List<int> l = Numbers();
            foreach (int n in l) { if (n == 3) l.Remove(n); }
            return l.Count;
        });
        list.Add("list.interface", () =>
        {
            IList<string> l = new List<string> { "x" };
            l.Insert(0, "y");
            return l.IndexOf("x");
        });
        list.Add("list.nongeneric", () =>
        {
            System.Collections.IList l = Numbers();
            l.Add(4);
            return l.Contains(4) + " " + l[6];
        });
        list.Add("list.of-structs", () =>
        {
            List<(int, string)> l = [(1, "a")];
            l.Add((2, "b"));
            return l[1].Item2 + l.Contains((1, "a"));
        });
        list.Add("list.of-nullable", () =>
        {
            List<int?> l = [1, null, 3];
            return l.IndexOf(null) + " " + Text(l);
        });
        list.Add("list.ensure", () => { List<int> l = new(); return l.EnsureCapacity(10) >= 10; });
    }
}
