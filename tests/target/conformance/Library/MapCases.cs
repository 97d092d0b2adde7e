// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Library;

/// <summary>Dictionary and HashSet.</summary>
internal static class MapCases
{
    private static Dictionary<string, int> Ages() => new() { ["ann"] = 30, ["bob"] = 25,
        ["cat"] = 41 };

    private static string Text<T>(IEnumerable<T> items) => string.Join(",", items);

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
        AddPart3(list);
        AddPart4(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("map.get", () => Ages()["bob"]);
        list.Add("map.missing", () => Ages()["dan"]);
        list.Add("map.set", () =>
        {
            Dictionary<string, int> m = Ages();
            m["bob"] = 26;
            m["dan"] = 1;
            return m["bob"] + m.Count;
        });
        list.Add("map.add-twice", () =>
        {
            Dictionary<string, int> m = Ages();
            m.Add("ann", 1);
            return m;
        });
        list.Add("map.tryadd", () =>
        {
            Dictionary<string, int> m = Ages();
            return m.TryAdd("ann", 1) + " " + m.TryAdd("eve", 2);
        });
        list.Add("map.tryget", () => { Ages().TryGetValue("cat", out int age); return age; });
        list.Add("map.tryget-missing", () => Ages().TryGetValue("x", out int age) + " " + age);
        list.Add("map.contains", () => Ages().ContainsKey("ann") + " " + Ages().ContainsValue(41));
        list.Add("map.remove", () =>
        {
            Dictionary<string, int> m = Ages();
            return m.Remove("bob") + " " + m.Remove("bob") + " " + m.Count;
        });
        list.Add("map.remove-out", () =>
        {
            Dictionary<string, int> m = Ages();
            m.Remove("cat", out int age);
            return age;
        });
        list.Add("map.order", () =>
        {
            Dictionary<string, int> m = Ages();
            m.Remove("ann");
            m["zoe"] = 9;
            return Text(m.Keys);
        });
        list.Add("map.values", () => Text(Ages().Values));
        list.Add("map.pairs", () => Text(Ages()));
        list.Add("map.null-key", () => Ages()[null!]);
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("map.many", () =>
        {
            Dictionary<int, int> m = new();
            for (int i = 0; i < 1000; i++) m[i * 7] = i;
            int s = 0;
            for (int i = 0; i < 1000; i++) s += m[i * 7];
            return s + m.Count;
        });
        list.Add("map.churn", () =>
        {
            Dictionary<int, int> m = new();
            for (int i = 0; i < 500; i++) { m[i] = i; m.Remove(i - 10); }
            return m.Count + " " + Text(m.Keys);
        });
        list.Add("map.clear", () =>
        {
            Dictionary<string, int> m = Ages();
            m.Clear();
            m["q"] = 1;
            return m.Count;
        });
        list.Add("map.ignoring-case", () =>
            new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["Ann"] = 1 }["aNN"]);
        list.Add("map.struct-key", () =>
            new Dictionary<(int, int), string> { [(1, 2)] = "p" }[(1, 2)]);
        list.Add("map.object-key", () =>
        {
            object k = new();
            Dictionary<object, int> m = new() { [k] = 5 };
            return m[k] + m.Count;
        });
        list.Add("map.long-key", () => new Dictionary<long, int> { [1L << 40] = 3 }[1L << 40]);
        list.Add("map.char-key", () =>
        {
            Dictionary<char, int> m = new();
            foreach (char c in "hello") m[c] = m.GetValueOrDefault(c) + 1;
            return m['l'];
        });
        list.Add("map.modified", () =>
        {
            Dictionary<string, int> m = Ages();
            foreach (var pair in m) m["new" + pair.Key] = 1;
            return m.Count;
        });
        list.Add("map.remove-while", () =>
        {
            Dictionary<string, int> m = Ages();
            foreach (var pair in m) { if (pair.Value < 40) m.Remove(pair.Key); }
            return m.Count;
        });
    }

    private static void AddPart3(CaseList list)
    {
        list.Add("map.copy", () => new Dictionary<string, int>(Ages()).Count);
        list.Add("map.interface", () =>
        {
            IDictionary<string, int> m = Ages();
            m.Add(new("dan", 4));
            return m.Count;
        });
        list.Add("map.readonly", () =>
        {
            IReadOnlyDictionary<string, int> m = Ages();
            return m.GetValueOrDefault("x", -1);
        });
        list.Add("map.keys-readonly", () =>
        {
            ((ICollection<string>)Ages().Keys).Add("x");
            return "";
        });
        list.Add("map.ensure", () =>
        {
            Dictionary<int, int> m = new();
            return m.EnsureCapacity(50) >= 50;
        });
        list.Add("set.add", () =>
        {
            HashSet<int> s = [1, 2];
            return s.Add(2) + " " + s.Add(3) + " " + s.Count;
        });
        list.Add("set.contains", () => new HashSet<string> { "a" }.Contains("a"));
        list.Add("set.remove", () =>
        {
            HashSet<int> s = [1, 2];
            return s.Remove(1) + " " + s.Remove(9);
        });
        list.Add("set.union", () =>
        {
            HashSet<int> s = [1, 2];
            s.UnionWith([2, 3]);
            return Text(s);
        });
        list.Add("set.intersect", () =>
        {
            HashSet<int> s = [1, 2, 3];
            s.IntersectWith([2, 3, 4]);
            return Text(s);
        });
    }

    private static void AddPart4(CaseList list)
    {
        list.Add("set.except", () =>
        {
            HashSet<int> s = [1, 2, 3];
            s.ExceptWith([2]);
            return Text(s);
        });
        list.Add("set.symmetric", () =>
        {
            HashSet<int> s = [1, 2];
            s.SymmetricExceptWith([2, 3]);
            return Text(s);
        });
        list.Add("set.subset", () =>
            new HashSet<int> { 1 }.IsSubsetOf([1, 2]) + " "
                + new HashSet<int> { 1, 2 }.IsProperSubsetOf([1, 2]));
        list.Add("set.superset", () => new HashSet<int> { 1, 2 }.IsSupersetOf([1]));
        list.Add("set.overlaps", () =>
            new HashSet<int> { 1 }.Overlaps([2, 1]) + " "
                + new HashSet<int> { 1 }.SetEquals([1, 1]));
        list.Add("set.comparer", () =>
            new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A", "a" }.Count);
        list.Add("set.many", () =>
        {
            HashSet<int> s = [];
            for (int i = 0; i < 300; i++) s.Add(i % 77);
            return s.Count;
        });
        list.Add("set.removewhere", () =>
        {
            HashSet<int> s = [1, 2, 3, 4];
            return s.RemoveWhere(n => n > 2) + Text(s);
        });
        list.Add("set.reuse", () =>
        {
            HashSet<int> s = [1, 2, 3];
            s.Remove(2);
            s.Add(9);
            return Text(s);
        });
    }
}
