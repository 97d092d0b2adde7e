// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>What is reached through objects stays, and nothing else.</summary>
internal static class ReachTests
{
    private const int ChurnCount = 2_000;
    private const int ListCount = 20_000;
    private const int RingCount = 200;
    private const int ElementCount = 500;
    private const nuint FewEntries = 4;

    private static object? s_kept;

    // A struct of which two fields are references and one between them is none.
    private struct Element
    {
        internal string Name;
        internal ulong Number;
        internal Node Node;
    }

    internal static void Run(ref RecordWriter records)
    {
        records.None("collected"u8, "churn"u8, Churn());
        records.None("collected"u8, "long-list"u8, LongList());
        records.None("collected"u8, "long-list-small-stack"u8, WithFewEntries(LongList));
        records.None("collected"u8, "wide-small-stack"u8, WithFewEntries(Wide));
        records.Equal("collected"u8, "rings"u8, 0, Rings());
        records.None("collected"u8, "struct-elements"u8, Elements());
        records.None("collected"u8, "grid-of-references"u8, Grid());
        records.None("collected"u8, "grid-of-structs"u8, GridOfStructs());
        records.None("collected"u8, "cube-of-references"u8, Cube());
        records.None("collected"u8, "middle-of-array"u8, Middle());
        records.None("collected"u8, "middle-of-large-array"u8, MiddleOfLarge());
        records.That("collected"u8, "new-memory-is-clear"u8, IsClear());
        s_kept = null;
    }

    // Each turn throws a list away and checks the one before.
    private static Tally Churn()
    {
        var tally = default(Tally);
        List<string> before = [];
        long collections = MemoryUse.Collections;
        for (int turn = 0; turn < ChurnCount; turn++)
        {
            List<string> made = new();
            for (int index = 0; index < 20; index++) made.Add($"turn {turn} item {index}");
            for (int index = 0; index < before.Count; index++)
            {
                bool isRight = before[index] == $"turn {turn - 1} item {index}";
                tally.Add((ulong)turn, isRight, (ulong)index);
            }
            before = made;
        }
        tally.Add(ChurnCount, MemoryUse.Collections > collections, (ulong)MemoryUse.Collections);
        return tally;
    }

    private static Tally LongList()
    {
        Node list = Node.List(ListCount);
        Heap.Collect();
        Node.List(ListCount / 4);
        Heap.Collect();
        Tally tally = Node.Check(list);
        tally.Add(ListCount, tally.Count == ListCount, tally.Count);
        return tally;
    }

    // An array whose elements all wait at once, each with one of its own.
    private static Tally Wide()
    {
        Node[] all = new Node[ElementCount];
        for (int index = 0; index < all.Length; index++)
            all[index] = new Node { Next = new Node { Value = (ulong)index } };
        Heap.Collect();
        Node.List(ElementCount);
        Heap.Collect();
        var tally = default(Tally);
        for (int index = 0; index < all.Length; index++)
            tally.Add((ulong)index, all[index].Next!.Value == (ulong)index, all[index].Next!.Value);
        return tally;
    }

    private static Tally WithFewEntries(Func<Tally> body)
    {
        Marking.Limit(FewEntries);
        Tally tally = body();
        Marking.Limit(0);
        return tally;
    }

    // Rings that nobody leads to are gone: what is live does not grow.
    private static ulong Rings()
    {
        MakeRings();
        Stack.Wipe();
        Heap.Collect();
        long before = MemoryUse.LiveObjects;
        for (int turn = 0; turn < 10; turn++) MakeRings();
        Stack.Wipe();
        Heap.Collect();
        long grown = MemoryUse.LiveObjects - before;
        return grown <= 4 ? 0 : (ulong)grown;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeRings()
    {
        for (int index = 0; index < RingCount; index++)
        {
            Node first = new();
            first.Next = new Node { Next = new Node { Next = first } };
        }
    }

    private static Tally Elements()
    {
        Element[] all = new Element[ElementCount];
        for (int index = 0; index < all.Length; index++)
        {
            all[index] = new Element
            {
                Name = $"element {index}",
                Number = ulong.MaxValue,
                Node = new Node { Value = (ulong)index },
            };
        }
        Heap.Collect();
        Node.List(ElementCount);
        Heap.Collect();
        var tally = default(Tally);
        for (int index = 0; index < all.Length; index++)
        {
            bool isRight = all[index].Name == $"element {index}"
                && all[index].Number == ulong.MaxValue && all[index].Node.Value == (ulong)index;
            tally.Add((ulong)index, isRight, all[index].Node.Value);
        }
        return tally;
    }

    // Before the elements of such an array lie its bounds.
    private static Tally Grid()
    {
        Node[,] all = new Node[20, 25];
        for (int index = 0; index < all.Length; index++)
            all[index / 25, index % 25] = new Node { Value = (ulong)index, Text = $"node {index}" };
        Overwrite(all.Length);
        var tally = default(Tally);
        ulong at = 0;
        foreach (Node node in all)
        {
            tally.Add(at, node.Value == at && node.Text == $"node {at}", node.Value);
            at++;
        }
        return tally;
    }

    private static Tally GridOfStructs()
    {
        Element[,] all = new Element[25, 20];
        for (int index = 0; index < all.Length; index++)
        {
            ref Element element = ref all[index / 20, index % 20];
            element.Name = $"element {index}";
            element.Number = ulong.MaxValue;
            element.Node = new Node { Value = (ulong)index };
        }
        Overwrite(all.Length);
        var tally = default(Tally);
        ulong at = 0;
        foreach (Element element in all)
        {
            bool isRight = element.Name == $"element {at}" && element.Number == ulong.MaxValue
                && element.Node.Value == at;
            tally.Add(at, isRight, element.Node.Value);
            at++;
        }
        return tally;
    }

    private static Tally Cube()
    {
        object[,,] all = new object[5, 10, 11];
        for (int index = 0; index < all.Length; index++)
            all[index / 110, index / 11 % 10, index % 11] = $"item {index}";
        Overwrite(all.Length);
        var tally = default(Tally);
        int at = 0;
        foreach (object item in all)
        {
            tally.Add((ulong)at, (string)item == $"item {at}", (ulong)at);
            at++;
        }
        return tally;
    }

    private static void Overwrite(int count)
    {
        Heap.Collect();
        Node.List(count);
        Heap.Collect();
    }

    private static Tally Middle()
    {
        Span<int> middle = MiddleOf(100);
        return CheckMiddle(middle);
    }

    private static Tally MiddleOfLarge()
    {
        Span<int> middle = MiddleOf(20_000);
        return CheckMiddle(middle);
    }

    // Nothing else leads to the array.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Span<int> MiddleOf(int length)
    {
        int[] array = new int[length];
        for (int index = 0; index < length; index++) array[index] = index;
        return array.AsSpan(length / 2, length / 4);
    }

    private static Tally CheckMiddle(Span<int> middle)
    {
        Stack.Wipe();
        Heap.Collect();
        for (int turn = 0; turn < 50; turn++) Node.List(200);
        s_kept = new int[middle.Length * 4];
        int first = middle.Length * 2;
        var tally = default(Tally);
        for (int index = 0; index < middle.Length; index++)
            tally.Add((ulong)index, middle[index] == first + index, (ulong)middle[index]);
        return tally;
    }

    // Memory that has been used is handed out again as if it had not.
    private static bool IsClear()
    {
        for (int turn = 0; turn < 200; turn++)
        {
            byte[] bytes = new byte[turn * 37];
            foreach (byte value in bytes)
            {
                if (value != 0) return false;
            }
            Array.Fill(bytes, (byte)0xFF);
            if (turn % 20 == 0) Heap.Collect();
        }
        return true;
    }
}
