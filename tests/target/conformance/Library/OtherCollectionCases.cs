// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;

namespace Bulkhead.Conformance.Library;

/// <summary>Queues, stacks, sorted and linked collections.</summary>
internal static class OtherCollectionCases
{
    private static string Text<T>(IEnumerable<T> items) => string.Join(",", items);

    internal static void Add(CaseList list)
    {
        AddPart1(list);
        AddPart2(list);
    }

    private static void AddPart1(CaseList list)
    {
        list.Add("queue.order", () =>
        {
            Queue<int> q = new();
            q.Enqueue(1);
            q.Enqueue(2);
            return q.Dequeue() + "" + q.Peek() + q.Count;
        });
        list.Add("queue.wrap", () =>
        {
            Queue<int> q = new(4);
            for (int i = 0; i < 20; i++) { q.Enqueue(i); if (i % 2 == 0) q.Dequeue(); }
            return Text(q);
        });
        list.Add("queue.empty", () => new Queue<int>().Dequeue());
        list.Add("queue.try", () => new Queue<int>().TryDequeue(out int n) + " " + n);
        list.Add("queue.contains", () => new Queue<string>(["a", "b"]).Contains("b"));
        list.Add("queue.toarray", () => Text(new Queue<int>([1, 2, 3]).ToArray()));
        list.Add("queue.clear", () => { Queue<string> q = new(["a"]); q.Clear(); return q.Count; });
        list.Add("stack.order", () =>
        {
            Stack<int> s = new();
            s.Push(1);
            s.Push(2);
            return s.Pop() + "" + s.Peek() + s.Count;
        });
        list.Add("stack.walk", () => Text(new Stack<int>([1, 2, 3])));
        list.Add("stack.empty", () => new Stack<int>().Pop());
        list.Add("stack.try", () => new Stack<string>().TryPop(out string? s) + " " + (s is null));
        list.Add("stack.grow", () =>
        {
            Stack<int> s = new();
            for (int i = 0; i < 50; i++) s.Push(i);
            return s.Pop() + s.Count;
        });
        list.Add("priority.order", () =>
        {
            PriorityQueue<string, int> q = new();
            q.Enqueue("c", 3);
            q.Enqueue("a", 1);
            q.Enqueue("b", 2);
            return q.Dequeue() + q.Dequeue() + q.Dequeue();
        });
        list.Add("priority.try", () =>
        {
            PriorityQueue<string, double> q = new();
            q.Enqueue("x", 0.5);
            q.TryDequeue(out string? s, out double p);
            return s + p;
        });
    }

    private static void AddPart2(CaseList list)
    {
        list.Add("priority.many", () =>
        {
            PriorityQueue<int, int> q = new();
            for (int i = 0; i < 200; i++)
                q.Enqueue(i, (i * 37) % 101);
            int last = -1;
            while (q.TryDequeue(out _, out int priority))
            {
                if (priority < last)
                    return "out of order";
                last = priority;
            }
            return last;
        });
        list.Add("priority.empty", () => new PriorityQueue<int, int>().Dequeue());
        list.Add("sorted.dictionary", () =>
            Text(new SortedDictionary<string, int>(StringComparer.Ordinal) { ["b"] = 2,
                ["a"] = 1 }.Keys));
        list.Add("sorted.list", () =>
        {
            SortedList<int, string> l = new() { [3] = "c", [1] = "a" };
            return l.Values[0] + l.IndexOfKey(3);
        });
        list.Add("sorted.set", () => Text(new SortedSet<int> { 3, 1, 2, 3 }));
        list.Add("sorted.range", () =>
            Text(new SortedSet<int> { 1, 4, 6, 9 }.GetViewBetween(3, 7)));
        list.Add("sorted.minmax", () => { SortedSet<int> s = [5, 2, 8]; return s.Min + s.Max; });
        list.Add("linked.order", () =>
        {
            LinkedList<int> l = new();
            l.AddLast(2);
            l.AddFirst(1);
            l.AddLast(3);
            return Text(l);
        });
        list.Add("linked.remove", () =>
        {
            LinkedList<int> l = new([1, 2, 3]);
            l.Remove(2);
            return Text(l) + l.First!.Next!.Value;
        });
        list.Add("pair.text", () => new KeyValuePair<string, int>("k", 1));
        list.Add("reference.comparer", () => ReferenceEqualityComparer.Instance.Equals("a", "a"));
    }
}
