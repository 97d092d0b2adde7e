// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>A number of windows, and what the measuring threads see in them.</summary>
internal static class Phase
{
    // 1,000 instructions, which are nanoseconds while QEMU counts them (shift=0).
    private const ulong LimitNanoseconds = 1000;

    private const ulong JobTurns = 10_000;
    private const ulong LateTurns = 1000, LongJobTurns = 200_000;
    private const ulong FramesAhead = 2, PatienceFactor = 4;

    private static Block VictimBlock => new(Places.Blocks, Limits.PageBytes);

    private static Block ControlBlock =>
        new(Places.Blocks + Places.ControlOffset, Limits.PageBytes);

    private static Block Histogram => new(
        Places.Blocks + Places.HistogramOffset, Places.BucketsMax * sizeof(ulong));

    private static Block Counter => new(Places.Counter, Limits.PageBytes);

    /// <summary>Starts the measuring threads.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Begin()
    {
        Set(VictimWord.Go, Places.Go);
        Set(VictimWord.Done, Places.Done);
        Set(VictimWord.Limit, TickConversion.ToTicks(LimitNanoseconds, Time.Frequency));
        Set(VictimWord.Stride, Frame.StrideTicks);
        Set(VictimWord.WindowsOfFrame, Frame.VictimWindows);
        Set(VictimWord.LastStride, Frame.LastStrideTicks);
        Set(VictimWord.Length, Frame.VictimTicks);
        Set(VictimWord.Nobody, Places.Nobody);
        Set(VictimWord.Sleep, Frame.VictimSleepTicks);
        Set(ControlWord.Nobody, Places.Nobody);
        Set(ControlWord.Release, Frame.Start + (FramesAhead * Frame.Ticks));
        Set(ControlWord.Period, Frame.Ticks);
        Set(ControlWord.Work, JobTurns);
        ResultCode code = Threads.StartMeasuring(
            Places.Victim, ThreadEntry.Victim, Places.Blocks, Frame.VictimTime);
        return code.IsSuccess
            ? Threads.StartMeasuring(
                Places.Control, ThreadEntry.Control, Places.Blocks + Places.ControlOffset,
                Frame.ControlTime)
            : code;
    }

    /// <summary>Lets the victim see a number of windows while an attack runs.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="windows">How many windows.</param>
    /// <param name="result">What came out; empty when the result is not success.</param>
    /// <returns>Success; why the attack did not start; or that the victim did not finish.</returns>
    internal static ResultCode Run(Attack attack, ulong windows, out PhaseResult result)
    {
        result = default;
        Counter.Set((uint)CounterWord.Operations, 0);
        Counter.Set((uint)CounterWord.First, Frame.FirstVictimTicks);
        Counter.Set((uint)CounterWord.Stride, Frame.StrideTicks);
        Counter.Set((uint)CounterWord.Frame, Frame.Ticks);
        ResultCode code = Threads.StartAttack(attack);
        if (!code.IsSuccess) return code;
        code = Measure(windows, out result);
        Threads.EndAttack();
        result.Operations = Counter.Get((uint)CounterWord.Operations);
        return code;
    }

    /// <summary>The same without an attack, but with a victim that reads the counter late and a
    /// job too long for its window: both must show.</summary>
    /// <param name="windows">How many windows.</param>
    /// <param name="result">What came out.</param>
    /// <returns>Success, or that the victim did not finish.</returns>
    internal static ResultCode RunLate(ulong windows, out PhaseResult result)
    {
        Set(VictimWord.Delay, LateTurns);
        Set(ControlWord.Work, LongJobTurns);
        ResultCode code = Measure(windows, out result);
        Set(VictimWord.Delay, 0);
        Set(ControlWord.Work, JobTurns);
        return code;
    }

    private static ResultCode Measure(ulong windows, out PhaseResult result)
    {
        for (uint bucket = 0; bucket < Places.BucketsMax; bucket++) Histogram.Set(bucket, 0);
        ulong first = Frame.Start + (FramesAhead * Frame.Ticks);
        Set(VictimWord.Windows, windows);
        Set(VictimWord.Due, first + Frame.FirstVictimTicks);
        Set(VictimWord.LeftInFrame, Frame.VictimWindows);
        Set(ControlWord.Longest, 0);
        ulong periods = Get(ControlWord.Periods), missed = Get(ControlWord.Missed);
        ulong patience = PatienceFactor * Frame.Ticks * ((windows / Frame.VictimWindows) + 1);
        Kernel.SemaphoreUp(Places.Go);
        ResultCode code = Kernel.SemaphoreDown(Places.Done, first + patience, false).Code;
        result = default;
        if (!code.IsSuccess) return code;
        result.Periods = Get(ControlWord.Periods) - periods;
        result.MissedDeadlines = Get(ControlWord.Missed) - missed;
        result.LongestResponse = Get(ControlWord.Longest);
        result.Missed = Get(VictimWord.Missed);
        result.Max = Get(VictimWord.Max);
        result.Over = Get(VictimWord.Over);
        Summarise(ref result);
        return code;
    }

    private static void Summarise(ref PhaseResult result)
    {
        for (uint bucket = 0; bucket < Places.BucketsMax; bucket++)
            result.Windows += Histogram.Get(bucket);
        result.Median = Quantile(result.Windows / 2);
        result.Percentile99 = Quantile(result.Windows - (result.Windows / 100));
    }

    // The least error that so many windows are not above; the last bucket's is a lower bound.
    private static ulong Quantile(ulong rank)
    {
        ulong count = 0;
        for (uint bucket = 0; bucket < Places.BucketsMax; bucket++)
        {
            count += Histogram.Get(bucket);
            if (count >= rank) return bucket;
        }
        return Places.BucketsMax - 1;
    }

    private static ulong Get(VictimWord word) => VictimBlock.Get((uint)word);

    private static ulong Get(ControlWord word) => ControlBlock.Get((uint)word);

    private static void Set(VictimWord word, ulong value) => VictimBlock.Set((uint)word, value);

    private static void Set(ControlWord word, ulong value) => ControlBlock.Set((uint)word, value);
}
