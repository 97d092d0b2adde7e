// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Collections in the midst of other threads' work; in tier 1 there are none, and the work
/// is done all the same.</summary>
internal static class CollectionTests
{
    private const int Collections = 30;

    private static bool s_isOver;
    private static int s_wrong;

    internal static void Run(ref RecordWriter records)
    {
        long before = MemoryUse.Collections;
        s_isOver = false;
        Thread[] threads =
            [Crew.Start(Crew.Low, Churn), Crew.Start(Crew.High, ChurnAtTimes)];
        int refused = 0;
        for (int round = 0; round < Collections; round++)
        {
            Thread.Sleep(1);
            refused += Collect() ? 0 : 1;
        }
        Volatile.Write(ref s_isOver, true);
        bool areEnded = true;
        foreach (Thread thread in threads) areEnded &= thread.Join(Crew.Patience);
        records.That("collection"u8, "all-end"u8, areEnded);
        records.Equal("collection"u8, "wrong-objects"u8, 0, (ulong)s_wrong);
        records.Equal("collection"u8, "refused"u8, 0, (ulong)refused);
        bool isCollected = MemoryUse.ScopeSize != 0
            || MemoryUse.Collections - before >= Collections;
        records.That("collection"u8, "collected"u8, isCollected);
        records.That("collection"u8, "refused-in-bounded-time"u8, IsRefused(ref records));
    }

    private static bool Collect()
    {
        try
        {
            GC.Collect();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    // A thread that computes on another processor without wanting memory does not come to rest.
    private static bool IsRefused(ref RecordWriter records)
    {
        if (MemoryUse.ScopeSize != 0) return true;
        bool isBegun = false;
        Thread thread = Crew.Start(Crew.Other, () =>
        {
            Volatile.Write(ref isBegun, true);
            Crew.Compute(100_000);
        });
        // An emulated processor may see the other one's signal late, but never a time of its own.
        while (!Volatile.Read(ref isBegun)) Thread.Sleep(1);
        Instant begin = Instant.Now;
        bool isRefused = !Collect();
        ulong time = Instant.Now.Since(begin);
        records.Note("nanoseconds until a collection is refused"u8, time);
        thread.Join();
        return isRefused && time < 50_000_000 && Collect();
    }

    private static void ChurnAtTimes()
    {
        while (!Volatile.Read(ref s_isOver))
        {
            Round(20);
            Thread.Sleep(500.Microseconds());
        }
    }

    private static void Churn()
    {
        while (!Volatile.Read(ref s_isOver)) Round(50);
    }

    private static void Round(int count)
    {
        using Scope scope = Scope.Enter();
        List<string> texts = new();
        for (int number = 0; number < count; number++) texts.Add($"text {number}");
        for (int number = 0; number < count; number++)
        {
            if (texts[number] != $"text {number}") Interlocked.Increment(ref s_wrong);
        }
    }
}
