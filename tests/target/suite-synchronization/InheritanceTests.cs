// SPDX-License-Identifier: MIT
using System;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Who waits for a lock lends its owner its urgency, also through a static constructor.
/// </summary>
internal static class InheritanceTests
{
    private const int Work = 4_000;

    private static readonly object s_lock = new();
    private static Instant s_taken;
    private static Instant s_middleEnd;

    private static bool s_isConstructed;

    private static class Late
    {
        internal static readonly int Value = Make();

        // Explicit, so that it runs at the first use and not before the main method.
        static Late()
        {
        }

        private static int Make()
        {
            s_isConstructed = true;
            Crew.Compute(Work);
            return 5;
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        bool isBefore = MeetsMiddle(
            () =>
            {
                lock (s_lock) Crew.Compute(Work);
            },
            () =>
            {
                lock (s_lock) s_taken = Instant.Now;
            });
        records.That("inheritance"u8, "lock"u8, isBefore);
        records.That("inheritance"u8, "constructor-has-not-run"u8, !s_isConstructed);
        int value = 0;
        isBefore = MeetsMiddle(
            () => _ = Late.Value,
            () =>
            {
                value = Late.Value;
                s_taken = Instant.Now;
            });
        records.That("inheritance"u8, "constructor"u8, isBefore);
        records.Equal("inheritance"u8, "constructor-was-waited-for"u8, 5, (ulong)value);
        records.That("inheritance"u8, "timeout"u8, TimesOut());
    }

    // The least urgent thread is in the midst of its work when the middle one begins to compute,
    // and then the most urgent one wants the result.
    private static bool MeetsMiddle(ThreadStart low, ThreadStart high)
    {
        Thread one = Crew.Start(Crew.Low, low);
        Thread.Sleep(1);
        Thread two = Crew.Start(Crew.Middle, () =>
        {
            Crew.Compute(5 * Work);
            s_middleEnd = Instant.Now;
        });
        Thread three = Crew.Start(Crew.High, high);
        three.Join();
        two.Join();
        one.Join();
        return s_taken < s_middleEnd;
    }

    private static bool TimesOut()
    {
        bool isTaken = true;
        Instant begin = default, end = default;
        Thread one = Crew.Start(Crew.Low, () =>
        {
            lock (s_lock) Thread.Sleep(20);
        });
        Thread.Sleep(1);
        Thread two = Crew.Start(Crew.High, () =>
        {
            begin = Instant.Now;
            isTaken = Monitor.TryEnter(s_lock, 5);
            end = Instant.Now;
        });
        two.Join();
        one.Join();
        ulong time = end.Since(begin);
        return !isTaken && time is >= 5_000_000 and < 10_000_000;
    }
}
