// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>Several timers and a semaphore, waited for together.</summary>
internal static class TimerTests
{
    private const int Count = 3;
    private const ulong Lateness = 10_000;

    private static TimerTable s_timers;

    [InlineArray(Count)]
    private struct TimerTable
    {
        private Timer _element;
    }

    internal static void Run(ref RecordWriter records)
    {
        Semaphore.Create(Selectors.Free + 2, 0, out Semaphore semaphore);
        Span<Timer> timers = s_timers;
        InOrder(ref records, semaphore, timers);
        SemaphoreBetween(ref records, semaphore, timers);
        Past(ref records, semaphore, timers);
        Sleeps(ref records, semaphore);
    }

    // A one-shot, two periodic: as by a list of their releases.
    private static void InOrder(
        ref RecordWriter records, Semaphore semaphore, Span<Timer> timers)
    {
        Tally wrong = default;
        Instant start = Instant.Now.NextMultiple(1_000_000);
        timers[0].Arm(start + 500_005);
        timers[1].Arm(start + 100_000, 200_000);
        timers[2].Arm(start + 300_001, 400_000);
        ReadOnlySpan<byte> order = [1, 1, 2, 1, 0, 1, 2, 1];
        for (int round = 0; round < order.Length; round++)
        {
            ResultCode code = semaphore.DownOrTake(timers, out int index, out Release release);
            bool isNext = code.IsSuccess && index == order[round] && release.MissedCount == 0
                && Instant.Now >= release.Due && Instant.Now.Since(release.Due) < Lateness;
            wrong.Add((uint)round, isNext, (uint)index);
        }
        records.None("timers"u8, "next-due-comes-first"u8, in wrong);
        records.That("timers"u8, "one-shot-is-over"u8, !timers[0].IsArmed);
        timers[1].Cancel();
        timers[2].Cancel();
    }

    private static void SemaphoreBetween(
        ref RecordWriter records, Semaphore semaphore, Span<Timer> timers)
    {
        timers[0].Arm(Instant.Now + 1_000_000);
        semaphore.Up();
        semaphore.DownOrTake(timers, out int index, out _);
        records.Equal("timers"u8, "semaphore-before-timer"u8, ulong.MaxValue, (ulong)index);
        timers[1].Arm(Instant.Now + 100_000);
        semaphore.DownOrTake(timers, out index, out _);
        records.Equal("timers"u8, "armed-later-due-earlier"u8, 1, (ulong)index);
        timers[0].Cancel();
        Instant until = Instant.Now + 2_000_000;
        timers[2].Arm(until);
        semaphore.DownOrTake(timers, out index, out _);
        records.That("timers"u8, "cancelled-does-not-come"u8, index == 2 && Instant.Now >= until);
        ResultCode code = new Semaphore(Selectors.Null).DownOrTake(timers, out index, out _);
        records.That("timers"u8, "no-semaphore-no-wait"u8, !code.IsSuccess && index == -1);
    }

    private static void Past(ref RecordWriter records, Semaphore semaphore, Span<Timer> timers)
    {
        Instant before = Instant.Now;
        timers[0].Arm(new Instant(before.Nanoseconds - 1_000_000));
        timers[1].Arm(default, 1_000_000);
        semaphore.Up();
        semaphore.DownOrTake(timers, out int index, out Release release);
        bool isLatest = index == 1 && release.MissedCount == release.Number
            && Instant.Now.Since(release.Due) < 1_000_000;
        records.That("timers"u8, "past-period-gives-the-latest"u8, isLatest);
        timers[1].Cancel();
        semaphore.DownOrTake(timers, out index, out release);
        records.That("timers"u8, "past-one-shot-is-due-at-once"u8,
            index == 0 && Instant.Now.Since(before) < 1_000_000);
        semaphore.DownOrTake(timers, out index, out _);
        records.Equal("timers"u8, "and-the-semaphore-is-kept"u8, ulong.MaxValue, (ulong)index);
    }

    private static void Sleeps(ref RecordWriter records, Semaphore semaphore)
    {
        Tally wrong = default;
        for (ulong length = 1_001; length < 1_000_000; length = (length * 3) - 7)
        {
            Instant until = Instant.Now + length;
            ResultCode code = semaphore.DownUntil(until);
            Instant now = Instant.Now;
            bool isInTime = code.Status == Status.Timeout && now >= until
                && now.Since(until) < Lateness;
            wrong.Add(length, isInTime, now.Nanoseconds - until.Nanoseconds);
        }
        records.None("timers"u8, "sleeps-until-the-instant"u8, in wrong);
    }
}
