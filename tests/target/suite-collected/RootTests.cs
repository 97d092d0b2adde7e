// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Every kind of place that can be the only one to lead to an object.</summary>
internal static class RootTests
{
    private static readonly object[] s_constant = new object[2];
    private static object? s_static;
    private static Func<int, string>? s_delegate;
    private static Action? s_chain;
    private static Dictionary<string, object>? s_boxes;
    private static Type? s_type;
    private static ulong s_called;

    [ThreadStatic]
    private static string? s_threadStatic;

    internal static void Run(ref RecordWriter records)
    {
        Fill();
        for (int turn = 0; turn < 5; turn++)
        {
            Stack.Wipe();
            Heap.Collect();
            for (int index = 0; index < 20; index++) Node.List(200);
        }
        records.That("collected"u8, "static"u8, s_static is string text && text == "static 1");
        records.That("collected"u8, "constant-object"u8, s_constant[1] is int[] { Length: 3 });
        records.That("collected"u8, "thread-static"u8, s_threadStatic == "thread 2");
        records.That("collected"u8, "closure"u8, s_delegate!(4) == "closure 3 4");
        s_chain!();
        records.Equal("collected"u8, "delegate-chain"u8, 0x35, s_called);
        records.That("collected"u8, "boxes"u8, AreBoxesRight());
        records.That("collected"u8, "type-object"u8, s_type == new List<Node>().GetType());
        records.That("collected"u8, "hash-code"u8, KeepsHash());
        records.Equal("collected"u8, "iterator"u8, 10, Walk());
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill()
    {
        s_static = $"static {1 + s_constant.Length - 2}";
        s_constant[1] = new int[3];
        s_threadStatic = $"thread {s_constant.Length}";
        int captured = s_constant.Length + 1;
        s_delegate = given => $"closure {captured} {given}";
        string first = $"{captured}";
        s_chain = () => s_called = (s_called * 16) + Digit(first);
        string second = $"{captured + 2}";
        s_chain += () => s_called = (s_called * 16) + Digit(second);
        s_boxes = new Dictionary<string, object>();
        for (int index = 0; index < 50; index++)
            s_boxes[$"box {index}"] = index % 2 == 0 ? index : (object)(double)index;
        s_type = new List<Node>().GetType();
    }

    private static ulong Digit(string text) => (ulong)(text[0] - '0');

    private static bool AreBoxesRight()
    {
        for (int index = 0; index < 50; index++)
        {
            object box = s_boxes![$"box {index}"];
            bool isRight = index % 2 == 0
                ? box is int whole && whole == index : box is double other && other == index;
            if (!isRight) return false;
        }
        return true;
    }

    private static bool KeepsHash()
    {
        object thing = new();
        int hash = thing.GetHashCode();
        lock (thing) Heap.Collect();
        return hash == thing.GetHashCode();
    }

    private static ulong Walk()
    {
        ulong sum = 0;
        foreach (Node node in Nodes())
        {
            Heap.Collect();
            Node.List(500);
            sum += node.Value;
        }
        return sum;
    }

    private static IEnumerable<Node> Nodes()
    {
        Node list = Node.List(5);
        for (Node? at = list; at is not null; at = at.Next) yield return at;
    }
}
