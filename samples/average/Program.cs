// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Samples.Average;

/// <summary>Two tasks of different periods: one measures, the other reports the average of what was
/// measured since. The system description says how urgent each of them is.</summary>
public static class Program
{
    private const int ReportsMax = 5;

    private static readonly Average s_average = new();
    private static readonly CancellationTokenSource s_stop = new();

    /// <summary>Starts both tasks and waits for their end.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Thread measuring = new(Measure) { Name = "measure" };
        Thread reporting = new(Report) { Name = "report" };
        measuring.Start();
        reporting.Start();
        measuring.Join();
        reporting.Join();
        Partition.ReportDone();
    }

    private static void Measure() => PeriodicTask.Every(
        1.Milliseconds(), release => s_average.Add(Sensor.Read(release.Number)),
        cancellation: s_stop.Token);

    private static void Report() => PeriodicTask.Every(
        10.Milliseconds(), Report, phase: 500.Microseconds(), s_stop.Token);

    private static void Report(Release release)
    {
        (int count, int average) = s_average.Take();
        Log.WriteLine($"report {release.Number}: {count} values, average {average}");
        if (release.Number + 1 == ReportsMax) s_stop.Cancel();
    }
}
