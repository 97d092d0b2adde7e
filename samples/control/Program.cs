// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Samples.Control;

/// <summary>
/// A control loop with a hard deadline: it wakes at absolute times, measures how late, does its
/// work, and tells once per second how punctual it was.
/// </summary>
public static class Program
{
    private const ulong PeriodDefaultNanoseconds = 1_000_000;
    private const ulong NanosecondsPerSecond = 1_000_000_000;
    private const ulong MilestonePeriods = 10_000;

    private static Statistics s_second;
    private static Statistics s_total;
    private static Histogram s_histogram;
    private static Controller s_controller;

    /// <summary>Runs the loop for ever.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ulong period = Partition.Info.PeriodNanoseconds;
        if (period == 0) period = PeriodDefaultNanoseconds;
        if (!PeriodicTimer.Create(Selectors.Free, period, out PeriodicTimer timer).IsSuccess)
        {
            Log.WriteLine("control: no semaphore to wait on"u8);
            return;
        }
        while (timer.WaitForNext(out Release release).IsSuccess) RunPeriod(release, period);
        Log.WriteLine("control: the kernel refuses to wait"u8);
    }

    private static void RunPeriod(Release release, ulong period)
    {
        ulong lateness = Instant.Now.Since(release.Due);
        s_controller.Step();
        s_second.Add(lateness, release.MissedCount);
        s_total.Add(lateness, release.MissedCount);
        s_histogram.Add(lateness);
        if (s_second.PeriodCount * period >= NanosecondsPerSecond)
        {
            Report.Second(in s_second);
            s_second.Clear();
        }
        if (s_total.PeriodCount != MilestonePeriods) return;
        Report.Total(in s_total);
        Report.Distribution(in s_histogram);
    }
}
