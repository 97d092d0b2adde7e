// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Threading;
using Bulkhead.Benchmarks;
using Bulkhead.Native;

namespace Bulkhead.BenchThreads;

/// <summary>
/// A lock that is free, and one that a less urgent thread has, whose next step it is to leave. Each
/// figure is the distance of two reads of the counter, without what an empty pair gives.
/// </summary>
public static class Program
{
    private const uint Low = 1;
    private const uint High = 2;
    private const int WarmUpCount = 16;

    private static Series s_series;
    private static ThreadLock s_lock;
    private static int s_turn;
    private static int s_isOver;

    private enum Figure
    {
        Nothing,
        Free,
    }

    // Wakes the waiter while it has the lock: the waiter wants it at once.
    private struct Owner : IThreadBody
    {
        public static void Run(ulong argument)
        {
            while (Volatile.Read(ref s_isOver) == 0)
            {
                s_lock.Enter();
                Volatile.Write(ref s_turn, 1);
                NativeThread.Wake(High);
                s_lock.Exit();
            }
        }
    }

    // From the wish for the lock to having it.
    private struct Waiter : IThreadBody
    {
        public static void Run(ulong empty)
        {
            s_series.Clear();
            for (int turn = -WarmUpCount; turn < Series.CountMax; turn++)
            {
                while (Volatile.Read(ref s_turn) == 0) NativeThread.WaitUntil(Kernel.Forever);
                Volatile.Write(ref s_turn, 0);
                ulong begin = Clock.Now;
                bool isIn = s_lock.Enter().IsSuccess;
                ulong end = Clock.Now;
                if (!isIn) return;
                s_lock.Exit();
                if (turn >= 0) s_series.Add(end - begin - empty);
            }
            Volatile.Write(ref s_isOver, 1);
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ulong empty = Measure(Figure.Nothing, 0);
        Measure(Figure.Free, empty);
        Report("lock.free"u8);
        NativeThread.Start<Waiter>(High, empty);
        NativeThread.Start<Owner>(Low);
        while (NativeThread.IsRunning(High) || NativeThread.IsRunning(Low))
        {
            NativeThread.Sleep(1_000_000);
        }
        s_series.Sort();
        if (Volatile.Read(ref s_isOver) != 0) Report("lock.handover"u8);
        Log.WriteLine("#bench end"u8);
    }

    private static ulong Measure(Figure figure, ulong empty)
    {
        s_series.Clear();
        for (int turn = -WarmUpCount; turn < Series.CountMax; turn++)
        {
            ulong begin = Clock.Now;
            if (figure == Figure.Free)
            {
                s_lock.Enter();
                s_lock.Exit();
            }
            ulong end = Clock.Now;
            if (turn >= 0) s_series.Add(end - begin - empty);
        }
        s_series.Sort();
        return s_series.Median;
    }

    private static void Report(ReadOnlySpan<byte> id)
    {
        Log.Write("#bench "u8);
        Log.Write(id);
        Log.Write(" "u8);
        Log.WriteDecimal(s_series.Median);
        Log.Write(" "u8);
        Log.WriteDecimal(s_series.Max);
        Log.Write(" "u8);
        Log.WriteDecimal((ulong)s_series.Count);
        Log.EndLine();
    }
}
