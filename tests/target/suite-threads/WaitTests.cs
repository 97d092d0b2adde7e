// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Waits that end, and owners that wait themselves.</summary>
internal static class WaitTests
{
    private const ulong Millisecond = 1_000_000;

    private static ThreadLock s_first;
    private static ThreadLock s_second;
    private static Instant s_begin;
    private static Instant s_end;
    private static int s_word;

    // Sleeps with the lock, and with both.
    private struct Sleeper : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_first.Enter();
            if (argument == 2) s_second.Enter();
            NativeThread.Sleep(4 * Millisecond);
            s_first.Exit();
            // It has gone on before those who waited for it could: they are less urgent.
            NativeThread.Sleep(20 * Millisecond);
            if (argument == 2) s_second.Exit();
        }
    }

    private struct Impatient : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_begin = Instant.Now;
            ResultCode code = s_first.EnterUntil(s_begin + (2 * Millisecond));
            s_end = Instant.Now;
            Trace.Add(code.Status == Status.Timeout ? 1 : 2);
        }
    }

    private struct Waiter : IThreadBody
    {
        public static void Run(ulong argument)
        {
            ref ThreadLock wanted = ref argument == 1 ? ref s_first : ref s_second;
            ResultCode code = wanted.Enter();
            s_end = Instant.Now;
            Trace.Add(code.IsSuccess ? (int)argument : 9);
            wanted.Exit();
        }
    }

    private struct Told : IThreadBody
    {
        public static void Run(ulong argument)
        {
            while (Volatile.Read(ref s_word) == 0) NativeThread.WaitUntil(Kernel.Forever);
            Trace.Add(7);
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        Timeout(ref records);
        Stale(ref records);
        Borrowed(ref records);
        Wake(ref records);
    }

    private static void Timeout(ref RecordWriter records)
    {
        Trace.Clear();
        NativeThread.Start<Sleeper>(Names.Low, 1);
        NativeThread.Sleep(Millisecond);
        NativeThread.Start<Impatient>(Names.High);
        Trace.Join(Names.High, Names.High);
        records.Equal("waits"u8, "deadline-of-a-lock"u8, 1, Trace.Steps);
        ulong took = s_end.Since(s_begin);
        records.That("waits"u8, "neither-early-nor-late"u8,
            took >= 2 * Millisecond && took < 2 * Millisecond + 200_000);
        Trace.Join(Names.Low, Names.High);
    }

    // The owner is the more urgent one and waits again as soon as it has left: who waited for it
    // must not have to wait for that.
    private static void Stale(ref RecordWriter records)
    {
        Trace.Clear();
        Instant start = Instant.Now;
        NativeThread.Start<Sleeper>(Names.High, 1);
        NativeThread.Sleep(Millisecond);
        NativeThread.Start<Waiter>(Names.Low, 1);
        Trace.Join(Names.Low, Names.Low);
        ulong took = s_end.Since(start);
        records.Equal("waits"u8, "less-urgent-gets-the-lock"u8, 1, Trace.Steps);
        records.That("waits"u8, "while-its-owner-sleeps"u8,
            took >= 4 * Millisecond && took < 4 * Millisecond + 300_000);
        Trace.Join(Names.Low, Names.High);
    }

    // The same with a second lock that the owner keeps while it sleeps, and somebody who wants it.
    private static void Borrowed(ref RecordWriter records)
    {
        Trace.Clear();
        Instant start = Instant.Now;
        NativeThread.Start<Sleeper>(Names.High, 2);
        NativeThread.Sleep(Millisecond);
        NativeThread.Start<Waiter>(Names.Low, 1);
        Trace.Join(Names.Low, Names.Low);
        records.That("waits"u8, "first-lock-is-free"u8, s_end.Since(start) < 5 * Millisecond);
        NativeThread.Start<Waiter>(Names.Middle, 2);
        Trace.Join(Names.Low, Names.High);
        ulong took = s_end.Since(start);
        records.Equal("waits"u8, "second-lock-comes-later"u8, 12, Trace.Steps);
        records.That("waits"u8, "when-its-owner-leaves"u8,
            took >= 24 * Millisecond && took < 24 * Millisecond + 500_000);
    }

    private static void Wake(ref RecordWriter records)
    {
        Trace.Clear();
        NativeThread.Start<Told>(Names.Middle);
        NativeThread.Sleep(Millisecond);
        NativeThread.Wake(Names.Middle);
        NativeThread.Sleep(Millisecond);
        records.Equal("waits"u8, "woken-for-nothing"u8, 0, Trace.Steps);
        Volatile.Write(ref s_word, 1);
        NativeThread.Wake(Names.Middle);
        Trace.Join(Names.Middle, Names.Middle);
        records.Equal("waits"u8, "woken-for-something"u8, 7, Trace.Steps);
    }
}
