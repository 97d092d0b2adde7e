// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>The assignment rule in less usual stores, and for delegates.</summary>
internal static class StoreTests
{
    private static readonly Node s_old = new() { Value = 1 };
    private static readonly Node?[,] s_grid = new Node?[2, 2];
    private static readonly Source s_source = new();
    private static Node? s_node = s_old;
    private static object? s_object;
    private static Action s_call = Nothing;
    private static int s_count;

    [ThreadStatic]
    private static Node? t_node;

    private sealed class Source
    {
        internal int Count;

        internal event Action? Changed;

        internal void Raise() => Changed?.Invoke();

        internal void Increment() => Count++;
    }

    private struct Pair
    {
        internal int Number;
        internal Node? Node;
    }

    internal static void Run(ref RecordWriter records)
    {
        Stores(ref records);
        Immortal(ref records);
        records.That("delegate"u8, "event-of-an-older-object"u8, AddsHandler());
        records.That("delegate"u8, "second-handler"u8, RefusesList());
        records.That("delegate"u8, "static-field-in-use"u8, ReplacesCall());
        records.That("delegate"u8, "exchange"u8, ExchangesCall());
        records.That("delegate"u8, "that-catches-something"u8, RefusesClosure());
        records.That("delegate"u8, "same-method-again"u8, CopiesOnce());
        s_object = null;
        s_call = Nothing;
    }

    private static void Stores(ref RecordWriter records)
    {
        records.That("store"u8, "thread-static"u8, Refuses(node => t_node = node));
        records.That("store"u8, "thread-static-is-as-it-was"u8, t_node is null);
        records.That("store"u8, "element-of-two-dimensions"u8,
            Refuses(node => s_grid[1, 0] = node));
        records.That("store"u8, "element-of-two-dimensions-is-as-it-was"u8,
            s_grid[1, 0] is null);
        records.That("store"u8, "exchange"u8,
            Refuses(node => Interlocked.Exchange(ref s_node, node)));
        records.That("store"u8, "compare-exchange"u8,
            Refuses(node => Interlocked.CompareExchange(ref s_node, node, s_old)));
        records.That("store"u8, "volatile"u8,
            Refuses(node => Volatile.Write(ref s_node, node)));
        records.That("store"u8, "exchanged-is-as-it-was"u8, s_node == s_old);
        records.That("store"u8, "exchange-with-null"u8, ExchangesNull());
    }

    private static void Immortal(ref RecordWriter records)
    {
        records.That("store"u8, "box-in-immortal-memory"u8, Refuses(node =>
        {
            Pair pair = new() { Number = 2, Node = node };
            using ImmortalMemory memory = ImmortalMemory.Enter();
            s_object = pair;
        }));
        records.That("store"u8, "clone-in-immortal-memory"u8, Refuses(node =>
        {
            Node?[] nodes = [s_old, node];
            using ImmortalMemory memory = ImmortalMemory.Enter();
            s_object = nodes.Clone();
        }));
        records.That("store"u8, "immortal-memory-is-left"u8, s_object is null && IsInScope());
    }

    private static bool Refuses(Action<Node> store)
    {
        using Scope scope = Scope.Enter();
        try
        {
            store(new Node { Value = 2 });
            return false;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static bool IsInScope()
    {
        using Scope scope = Scope.Enter();
        try
        {
            return scope.Keep(new Node()).Value < 0;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static bool ExchangesNull()
    {
        using Scope scope = Scope.Enter();
        bool isHeld = Interlocked.Exchange(ref s_node, null) == s_old;
        return Interlocked.CompareExchange(ref s_node, s_old, null) is null && isHeld
            && s_node == s_old;
    }

    private static bool AddsHandler()
    {
        s_count = 0;
        using (Scope scope = Scope.Enter()) s_source.Changed += () => s_count++;
        Overwrite();
        s_source.Raise();
        return s_count == 1;
    }

    // The list of the handlers would be made in the scope.
    private static bool RefusesList()
    {
        s_count = 0;
        bool isRefused = Refuses(node => s_source.Changed += () => s_count += 10);
        Overwrite();
        s_source.Raise();
        return isRefused && s_count == 1;
    }

    private static bool ReplacesCall()
    {
        s_count = 0;
        using (Scope scope = Scope.Enter()) s_call = () => s_count += 100;
        Overwrite();
        s_call();
        return s_count == 100;
    }

    private static bool ExchangesCall()
    {
        s_count = 0;
        using (Scope scope = Scope.Enter()) Interlocked.Exchange(ref s_call, () => s_count += 7);
        Overwrite();
        s_call();
        return s_count == 7;
    }

    private static bool RefusesClosure()
    {
        s_call = Nothing;
        bool isRefused = Refuses(node => s_call = () => s_count += node.Value);
        s_count = 0;
        s_call();
        return isRefused && s_count == 0;
    }

    private static bool CopiesOnce()
    {
        long before = 0;
        for (int turn = 0; turn < 100; turn++)
        {
            using (Scope scope = Scope.Enter()) s_call = s_source.Increment;
            if (turn == 0) before = MemoryUse.Used;
        }
        s_source.Count = 0;
        s_call();
        return s_source.Count == 1 && MemoryUse.Used == before;
    }

    private static void Overwrite()
    {
        using Scope scope = Scope.Enter();
        Array.Fill(new int[1000], -1);
    }

    private static void Nothing()
    {
    }
}
