// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>
/// Tells its time once per period, and looks at the answer. On a processor of its own it
/// misses releases, because the emulator lets processors run in turns when it counts instructions:
/// each must be counted.
/// </summary>
internal static class Neighbour
{
    private const uint Calls = 1_000;

    // Not a whole number of ticks, and not in step with the tests.
    private const ulong Period = 77_777;

    internal static void Run(ref RecordWriter records)
    {
        Tally wrong = default, uncounted = default;
        Instant first = Instant.Now + Period;
        PeriodicTimer.Create(Selectors.Free, first, Period, out PeriodicTimer timer);
        for (uint round = 0; round < Calls; round++)
        {
            ResultCode code = timer.WaitForNext(out Release release);
            ulong number = round + timer.MissedCount;
            bool isCounted = code.IsSuccess && release.Number == number
                && release.Due.Nanoseconds == first.Nanoseconds + (number * Period);
            uncounted.Add(round, isCounted, release.Number);
            ulong before = Instant.Now.Nanoseconds;
            CallResult answer = Portal.Channel(0).Call(0, before);
            bool isBetween = answer.IsSuccess && answer.Value >= before
                && answer.Value <= Instant.Now.Nanoseconds;
            wrong.Add(round, isBetween, answer.Value - before);
        }
        records.Note("missed releases:"u8, timer.MissedCount);
        records.None("timers"u8, "neighbours-releases-are-counted"u8, in uncounted);
        records.None("timers"u8, "neighbours-times-are-in-order"u8, in wrong);
    }
}
