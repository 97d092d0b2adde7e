// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Native;
using Bulkhead.Suite;

namespace Bulkhead.Suite.Managed;

/// <summary>Scopes are left in order, however they are left, and hold no more than they may.
/// </summary>
internal static class ScopeTests
{
    private const int DepthMax = 64;

    private static string? s_inside;
    private static Exception? s_made;

    internal static void Run(ref RecordWriter records)
    {
        records.That("scope"u8, "full-scope"u8, FillsAndGoesOn());
        records.That("scope"u8, "memory-is-clear-again"u8, IsClearAgain());
        records.That("scope"u8, "greater-than-the-area"u8, Throws(() => Enter(1 << 30)));
        records.That("scope"u8, "too-small-for-anything"u8, Throws(() => Enter(1)));
        records.That("scope"u8, "array-longer-than-memory"u8,
            Throws(() => Use(new long[1 << 27])));
        records.That("scope"u8, "array-of-negative-length"u8, ThrowsOverflow());
        records.That("scope"u8, "left-by-an-exception"u8, IsLeftByException());
        records.Equal("scope"u8, "depth"u8, DepthMax, (ulong)Nest(DepthMax));
        records.That("scope"u8, "outer-before-inner"u8, RefusesWrongOrder());
        records.That("scope"u8, "twice"u8, RefusesTwice());
        records.That("scope"u8, "list-that-grows-out-of-its-scope"u8, RefusesGrowth());
        records.That("scope"u8, "keeps-what-is-older"u8, KeepsOlder());
        records.That("scope"u8, "keeps-nothing-of-its-own"u8, RefusesToKeep());
        records.That("scope"u8, "object-that-does-not-escape"u8, ChecksLocalObjects());
        records.That("scope"u8, "in-immortal-memory"u8, StandsInImmortalMemory());
        records.That("scope"u8, "thread-is-in-none"u8, MemoryUse.ScopePeak > 0);
    }

    private static void Enter(int bytes)
    {
        using Scope scope = Scope.Enter(bytes);
    }

    private static void Use(Array array)
    {
        if (array.Length == 1) throw new InvalidOperationException();
    }

    private static bool Throws(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (OutOfMemoryException)
        {
            return true;
        }
    }

    private static bool ThrowsOverflow()
    {
        int length = -1 - (int)(MemoryUse.Used & 1);
        try
        {
            Use(new int[length]);
            return false;
        }
        catch (OverflowException)
        {
            return true;
        }
    }

    private static bool FillsAndGoesOn()
    {
        int made = 0;
        using (Scope scope = Scope.Enter(16384))
        {
            Node? last = null;
            try
            {
                while (true)
                {
                    last = new Node { Next = last, Value = made };
                    made++;
                }
            }
            catch (OutOfMemoryException)
            {
                // What was made before is whole.
                for (int value = made - 1; value >= 0; value--, last = last!.Next)
                {
                    if (last!.Value != value) return false;
                }
            }
        }
        using Scope next = Scope.Enter(16384);
        return made > 300 && new Node().Value == 0;
    }

    private static bool IsClearAgain()
    {
        for (int turn = 0; turn < 3; turn++)
        {
            using Scope scope = Scope.Enter(16384);
            int[] numbers = new int[1000];
            foreach (int number in numbers)
            {
                if (number != 0) return false;
            }
            Array.Fill(numbers, -1);
        }
        return true;
    }

    private static bool IsLeftByException()
    {
        try
        {
            using Scope outer = Scope.Enter(65536);
            using Scope inner = Scope.Enter(16384);
            throw new FormatException("thrown inside");
        }
        catch (FormatException error)
        {
            // The thread is in no scope: what is made now stays.
            long before = MemoryUse.Used;
            Use(new byte[4096]);
            return error.Message == "thrown inside" && MemoryUse.Used >= before + 4096;
        }
    }

    private static int Nest(int depth)
    {
        using Scope scope = Scope.Enter();
        return depth == 1 ? new List<int> { 1 }[0] : 1 + Nest(depth - 1);
    }

    private static bool RefusesWrongOrder()
    {
        Scope outer = Scope.Enter(65536);
        Scope inner = Scope.Enter(16384);
        bool isRefused = IsRefused(outer);
        inner.Dispose();
        outer.Dispose();
        return isRefused;
    }

    private static bool RefusesTwice()
    {
        Scope scope = Scope.Enter(16384);
        scope.Dispose();
        return IsRefused(scope);
    }

    private static bool IsRefused(Scope scope)
    {
        try
        {
            scope.Dispose();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private static bool KeepsOlder()
    {
        Node? kept;
        Node old = new() { Value = 3 };
        using (Scope scope = Scope.Enter()) kept = scope.Keep(old);
        return kept.Value == 3;
    }

    private static bool RefusesToKeep()
    {
        try
        {
            using Scope scope = Scope.Enter();
            using Scope inner = Scope.Enter();
            return scope.Keep(new Node()).Value < 0;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    // The compiler would like to lay the outer object out on the stack, where no barrier sees it.
    private static bool ChecksLocalObjects()
    {
        using Scope outer = Scope.Enter(65536);
        Node first = new();
        using Scope inner = Scope.Enter();
        try
        {
            first.Next = new Node { Value = 5 };
            return first.Next.Value < 0;
        }
        catch (AssignmentException)
        {
            return true;
        }
    }

    private static bool RefusesGrowth()
    {
        using Scope outer = Scope.Enter(65536);
        List<int> list = [1, 2, 3, 4];
        using Scope inner = Scope.Enter();
        try
        {
            for (int value = 5; value < 100; value++) list.Add(value);
            return false;
        }
        catch (AssignmentException)
        {
            return list.Count == 4 && list[3] == 4;
        }
    }

    private static bool StandsInImmortalMemory()
    {
        using Scope outer = Scope.Enter(65536);
        string inScope = $"outer {1}";
        using ImmortalMemory memory = ImmortalMemory.Enter();
        string first = $"first {1}";
        using (Scope inner = Scope.Enter(8192))
        {
            using ImmortalMemory again = ImmortalMemory.Enter();
            s_inside = $"inside {1}";
        }
        string second = $"second {1}";
        s_made = new Exception(second);
        return inScope == "outer 1" && first == "first 1" && s_inside == "inside 1"
            && second == "second 1" && s_made.Message == "second 1";
    }
}
