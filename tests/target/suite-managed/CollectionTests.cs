// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>A collection that outlives a scope refuses what was made in it, and is then what it was
/// before.</summary>
internal static class CollectionTests
{
    private static readonly Node s_first = new() { Value = 1 };
    private static readonly Node s_second = new() { Value = 2 };
    private static readonly Node s_third = new() { Value = 3 };

    private static readonly List<Node> s_list = new(16) { s_first, s_second, s_third };
    private static readonly List<Node> s_full = new(3) { s_first, s_second, s_third };
    private static readonly Dictionary<int, Node> s_values = MakeValues();
    private static readonly Dictionary<Node, int> s_keys = MakeKeys();
    private static readonly HashSet<Node> s_set = MakeSet();
    private static readonly Queue<Node> s_queue = new(16);
    private static readonly Stack<Node> s_stack = new(16);
    private static readonly LinkedList<Node> s_links = new();
    private static readonly SortedDictionary<int, Node> s_sorted = new();

    internal static void Run(ref RecordWriter records)
    {
        Lists(ref records);
        Tables(ref records);
        foreach (Node node in s_list)
        {
            s_queue.Enqueue(node);
            s_stack.Push(node);
            s_links.AddLast(node);
            s_sorted.Add(node.Value, node);
        }
        records.That("collection"u8, "queue"u8, Keeps(s_queue, s_queue.Enqueue));
        records.That("collection"u8, "stack"u8, Keeps(s_stack, s_stack.Push));
        records.That("collection"u8, "linked-list"u8,
            Keeps(s_links, node => s_links.AddAfter(s_links.First!, node)));
        records.That("collection"u8, "sorted-dictionary"u8,
            Keeps(s_sorted.Values, node => s_sorted.Add(0, node)));
        records.That("collection"u8, "priority-queue-after-clear"u8, ClearsQueue());
        records.That("collection"u8, "sorted-list-after-clear"u8, ClearsList());
    }

    private static void Lists(ref RecordWriter records)
    {
        records.That("collection"u8, "list-add"u8, Keeps(s_list, s_list.Add));
        records.That("collection"u8, "list-add-when-full"u8, Keeps(s_full, s_full.Add));
        records.That("collection"u8, "list-insert"u8,
            Keeps(s_list, node => s_list.Insert(1, node)));
        records.That("collection"u8, "list-insert-range"u8,
            Keeps(s_list, node => s_list.InsertRange(0, new[] { s_third, node })));
        records.That("collection"u8, "list-add-range"u8,
            Keeps(s_list, node => s_list.AddRange(new[] { node })));
        records.That("collection"u8, "list-set"u8, Keeps(s_list, node => s_list[1] = node));
        records.That("collection"u8, "list-walk-goes-on"u8, Walks());
    }

    private static void Tables(ref RecordWriter records)
    {
        records.That("collection"u8, "dictionary-value"u8,
            Keeps(s_values.Values, node => s_values.Add(7, node)));
        records.That("collection"u8, "dictionary-value-replaced"u8,
            Keeps(s_values.Values, node => s_values[1] = node));
        records.That("collection"u8, "dictionary-key-is-not-there"u8, !s_values.ContainsKey(7));
        records.That("collection"u8, "dictionary-key"u8,
            Keeps(s_keys.Keys, node => s_keys.Add(node, 7)));
        records.That("collection"u8, "set"u8, Keeps(s_set, node => s_set.Add(node)));
        // Entries that were free, and those behind all others.
        for (int value = 10; value < 14; value++)
        {
            Node node = new() { Value = value };
            s_values.Add(value, node);
            s_keys.Add(node, value);
            s_set.Add(node);
            records.That("collection"u8, "dictionary-value-again"u8,
                Keeps(s_values.Values, node => s_values.Add(7, node)));
            records.That("collection"u8, "dictionary-key-again"u8,
                Keeps(s_keys.Keys, node => s_keys.Add(node, 7)));
            records.That("collection"u8, "set-again"u8, Keeps(s_set, node => s_set.Add(node)));
        }
        records.Equal("collection"u8, "dictionary-count"u8, 6, (ulong)s_values.Count);
        records.Equal("collection"u8, "set-count"u8, 6, (ulong)s_set.Count);
        records.That("collection"u8, "set-finds"u8, s_set.Contains(s_first));
    }

    // Each has one entry that was in use and is free.
    private static Dictionary<int, Node> MakeValues()
    {
        Dictionary<int, Node> made = new(16)
        {
            [1] = s_first, [2] = s_second, [3] = s_third,
        };
        made.Remove(2);
        return made;
    }

    private static Dictionary<Node, int> MakeKeys()
    {
        Dictionary<Node, int> made = new(16)
        {
            [s_first] = 1, [s_second] = 2, [s_third] = 3,
        };
        made.Remove(s_second);
        return made;
    }

    private static HashSet<Node> MakeSet()
    {
        HashSet<Node> made = new(16) { s_first, s_second, s_third };
        made.Remove(s_second);
        return made;
    }

    private static bool Keeps(IEnumerable<Node> collection, Action<Node> change)
    {
        string before = Content(collection);
        return Refuses(change) && Content(collection) == before;
    }

    private static bool Refuses(Action<Node> change)
    {
        using Scope scope = Scope.Enter();
        try
        {
            change(new Node { Value = 99 });
            return false;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static string Content(IEnumerable<Node> collection)
    {
        string text = "";
        foreach (Node? node in collection) text += node is null ? " null" : $" {node.Value}";
        return text;
    }

    private static bool Walks()
    {
        int sum = 0;
        foreach (Node node in s_list)
        {
            sum += node.Value;
            if (!Refuses(s_list.Add)) return false;
        }
        return sum == 6;
    }

    // The framework's own code counts before it stores.
    private static bool ClearsQueue()
    {
        PriorityQueue<Node, int> queue = new(8);
        queue.Enqueue(s_second, 2);
        bool isRefused = Refuses(node => queue.Enqueue(node, 1));
        queue.Clear();
        queue.Enqueue(s_second, 2);
        return isRefused && queue.Count == 1 && queue.Dequeue() == s_second;
    }

    private static bool ClearsList()
    {
        SortedList<int, Node> list = new(8) { [2] = s_second };
        bool isRefused = Refuses(node => list.Add(1, node));
        list.Clear();
        list.Add(2, s_second);
        return isRefused && list.Count == 1 && list[2] == s_second;
    }
}
