// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Collections while faults of the machine are handled; after an overflow they find the
/// handler's own objects on the thread's reserve.</summary>
internal static class FaultTests
{
    private const int NodesOfFrame = 10;
    private const long KeptMax = 200;

    internal static void Run(ref RecordWriter records)
    {
        records.That("collected"u8, "null-in-catch"u8, InCatchOfNull());
        for (int turn = 0; turn < 3; turn++)
        {
            records.That("collected"u8, "overflow-in-catch"u8, InCatchOfOverflow());
            records.That("collected"u8, "overflow-in-finally"u8, InFinally());
        }
        records.That("collected"u8, "overflow-in-filter"u8, InFilter());
        records.Equal("collected"u8, "overflow-left-garbage"u8, 0, DeepGarbage());
    }

    private static bool InCatchOfNull()
    {
        string local = Text(1);
        try
        {
            return Nothing(1)!.Next is not null;
        }
        catch (NullReferenceException error)
        {
            ExceptionTests.CollectAndUse();
            return local == Text(1) && error.StackTrace is { Length: > 0 };
        }
    }

    private static bool InCatchOfOverflow()
    {
        string local = Text(2);
        try
        {
            return Deep(0) == 0;
        }
        catch (StackOverflowException error)
        {
            Node mine = Node.List(50);
            ExceptionTests.CollectAndUse();
            Tally tally = Node.Check(mine);
            return local == Text(2) && tally.Count == 50 && tally.WrongCount == 0
                && error.Message.Length > 0;
        }
    }

    private static bool InFinally()
    {
        bool isKept = false;
        try
        {
            Node mine = Node.List(50);
            try
            {
                Deep(0);
            }
            finally
            {
                Node other = Node.List(20);
                ExceptionTests.CollectAndUse();
                isKept = Node.Check(mine) is { Count: 50, WrongCount: 0 }
                    && Node.Check(other) is { Count: 20, WrongCount: 0 };
            }
        }
        catch (StackOverflowException)
        {
            return isKept;
        }
        return false;
    }

    // Nothing is left yet when filters are asked: all the frames are looked at.
    private static bool InFilter()
    {
        bool isKept = false;
        try
        {
            Deep(0);
        }
        catch (StackOverflowException error) when (Sees(error, ref isKept))
        {
            return isKept;
        }
        return false;
    }

    private static bool Sees(Exception error, ref bool isKept)
    {
        Node mine = Node.List(50);
        Heap.Collect();
        Node.List(200);
        isKept = Node.Check(mine) is { Count: 50, WrongCount: 0 } && error.Message.Length > 0;
        return true;
    }

    private static ulong DeepGarbage()
    {
        Stack.Wipe();
        Heap.Collect();
        long before = MemoryUse.LiveObjects;
        long inCatch = KeptInCatch(before);
        Stack.Wipe();
        Heap.Collect();
        long afterwards = MemoryUse.LiveObjects - before;
        return inCatch <= KeptMax && afterwards <= KeptMax
            ? 0 : ((ulong)inCatch << 32) | (uint)afterwards;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long KeptInCatch(long before)
    {
        try
        {
            return Deep(0);
        }
        catch (StackOverflowException)
        {
            Heap.Collect();
            return MemoryUse.LiveObjects - before;
        }
    }

    // Each frame has objects of its own.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Deep(int depth)
    {
        Node mine = Node.List(NodesOfFrame);
        return Deep(depth + 1) + (int)mine.Value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Node? Nothing(int number) => number < 0 ? new Node() : null;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Text(int number) => $"text {number}";
}
