// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Collections while exceptions are on their way.</summary>
internal static class ExceptionTests
{
    private const int DeadCount = 2_000;

    private static ulong s_seen;

    internal static void Run(ref RecordWriter records)
    {
        records.That("collected"u8, "exception-in-catch"u8, InCatch());
        records.That("collected"u8, "exception-in-finally"u8, InFinally());
        records.That("collected"u8, "exception-in-filter"u8, InFilter());
        records.That("collected"u8, "exception-rethrown"u8, Rethrown());
        records.Equal("collected"u8, "dead-frames"u8, 0, DeadFrames());
        FaultTests.Run(ref records);
    }

    internal static void CollectAndUse()
    {
        Heap.Collect();
        for (int turn = 0; turn < 20; turn++) Node.List(200);
        Heap.Collect();
    }

    private static bool InCatch()
    {
        string local = $"local {s_seen}";
        try
        {
            Throw(3);
        }
        catch (InvalidOperationException error)
        {
            CollectAndUse();
            return error.Message == "thrown 0" && error.InnerException?.Message == "inner 0"
                && local == $"local {s_seen}";
        }
        return false;
    }

    private static bool InFinally()
    {
        string before = $"before {s_seen}";
        try
        {
            ThrowThroughFinally();
        }
        catch (InvalidOperationException error)
        {
            return error.Message == "thrown 0" && before == $"before {s_seen - 2}";
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowThroughFinally()
    {
        string[] mine = [$"mine {s_seen}", $"and {s_seen}"];
        try
        {
            Throw(2);
        }
        finally
        {
            CollectAndUse();
            if (mine[0] == $"mine {s_seen}") s_seen++;
            if (mine[1] == $"and {s_seen - 1}") s_seen++;
        }
    }

    private static bool InFilter()
    {
        try
        {
            ThrowWithLocal();
        }
        catch (InvalidOperationException error) when (Sees(error))
        {
            return error.Message == "thrown 0";
        }
        return false;
    }

    // Its frame still lives while the filter above runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWithLocal()
    {
        string[] mine = [$"mine {s_seen}"];
        try
        {
            Throw(2);
        }
        finally
        {
            if (mine[0] != $"mine {s_seen}") throw new ArgumentException("lost");
        }
    }

    private static bool Sees(Exception error)
    {
        CollectAndUse();
        return error.InnerException is not null;
    }

    private static bool Rethrown()
    {
        try
        {
            try
            {
                Throw(1);
            }
            catch (InvalidOperationException)
            {
                CollectAndUse();
                throw;
            }
        }
        catch (InvalidOperationException error)
        {
            CollectAndUse();
            return error.Message == "thrown 0" && error.StackTrace is not null;
        }
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(int depth)
    {
        if (depth > 0)
        {
            Throw(depth - 1);
            return;
        }
        throw new InvalidOperationException($"thrown {depth}", new Exception($"inner {depth}"));
    }

    // A handler runs above the frames that it has ended: what they led to is garbage.
    private static ulong DeadFrames()
    {
        Stack.Wipe();
        Heap.Collect();
        long before = MemoryUse.LiveObjects;
        try
        {
            ThrowWithList();
        }
        catch (InvalidOperationException)
        {
            Heap.Collect();
            long kept = MemoryUse.LiveObjects - before;
            return kept < DeadCount / 10 ? 0 : (ulong)kept;
        }
        return 1;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWithList()
    {
        Node list = Node.List(DeadCount);
        Throw(1);
        s_seen += list.Value;
    }
}
