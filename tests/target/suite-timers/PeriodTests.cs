// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>A thousand periods, each at its time; and what a thread that is late is told.</summary>
internal static class PeriodTests
{
    private const uint Periods = 1_000;

    // Not a whole number of ticks: rounding would add up to hundreds of ticks.
    internal const ulong Period = 100_007;

    /// <summary>From the release's tick to the thread's first instruction, which the clock read
    /// follows: interrupt, scheduling, return. Time is counted in instructions here.</summary>
    internal const ulong LatenessMax = 2_000;

    internal static void Exact(ref RecordWriter records, ulong latenessMax)
    {
        Tally due = default, wake = default, clock = default;
        ulong latest = 0;
        Instant first = Instant.Now.NextMultiple(1_000_000);
        ResultCode code = PeriodicTimer.Create(
            Selectors.Free, first, Period, out PeriodicTimer timer);
        records.Equal("timers"u8, "created"u8, 0, code.Value);
        for (uint round = 0; round < Periods; round++)
        {
            code = timer.WaitForNext(out Release release);
            ulong ticks = Clock.Now;
            bool isExact = code.IsSuccess && release.MissedCount == 0 && release.Number == round
                && release.Due.Nanoseconds == first.Nanoseconds + (round * Period);
            due.Add(round, isExact, release.Due.Nanoseconds);
            ulong lateness = Clock.NanosecondsOf(ticks - release.Due.Ticks);
            wake.Add(round, ticks >= release.Due.Ticks && lateness < latenessMax, lateness);
            if (lateness > latest) latest = lateness;
            clock.Add(round, CommonClock.Look(), 0);
        }
        records.Note("latest release in ns:"u8, latest);
        records.None("timers"u8, "releases-are-exact"u8, in due);
        records.None("timers"u8, "wakes-at-the-tick"u8, in wake);
        records.None("timers"u8, "clock-is-common"u8, in clock);
        records.Equal("timers"u8, "clock-is-common-in-calls"u8, 0, CommonClock.WrongCount);
        records.That("timers"u8, "neighbour-called-meanwhile"u8, CommonClock.CallCount > 100);
        records.Equal("timers"u8, "none-missed"u8, 0, timer.MissedCount);
    }

    // Works for n and a half periods: n - 1 releases go by unseen, the n-th is taken at once.
    internal static void Overrun(ref RecordWriter records)
    {
        Tally wrong = default, inTime = default;
        Instant first = Instant.Now + Period;
        PeriodicTimer.Create(Selectors.Free + 1, first, Period, out PeriodicTimer timer);
        ulong expected = 0;
        timer.WaitForNext(out _);
        for (uint length = 1; length <= 20; length++)
        {
            Instant end = timer.Due + ((length - 1) * Period) + (Period / 2);
            while (Instant.Now < end) { }
            timer.WaitForNext(out Release late);
            expected += length;
            bool isTold = late.MissedCount == length - 1 && late.Number == expected
                && late.Due.Nanoseconds == first.Nanoseconds + (expected * Period);
            wrong.Add(length, isTold, late.MissedCount);
            timer.WaitForNext(out Release next);
            expected++;
            bool isNext = next.MissedCount == 0 && next.Number == expected
                && Instant.Now.Since(next.Due) < LatenessMax;
            inTime.Add(length, isNext, next.Number);
        }
        records.None("timers"u8, "overruns-are-counted"u8, in wrong);
        records.None("timers"u8, "and-the-next-is-in-time"u8, in inTime);
        records.Equal("timers"u8, "missed-in-all"u8, 190, timer.MissedCount);
    }
}
