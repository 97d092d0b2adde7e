// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Benchmarks;
using Bulkhead.Native;

namespace Bulkhead.BenchManaged;

/// <summary>Measures what objects cost in a partition with a collected heap, and what its
/// collections do.</summary>
/// <remarks>
/// An object's cost is measured as in the bench of scoped memory, whose loops it shares; now and
/// then one of them takes the thread's next piece, which the largest sample shows.
/// </remarks>
public static class Program
{
    private const int TurnCount = 32;
    private const int WarmUpCount = 2;
    private const int SampleCount = 32;

    private static Series s_series;

    /// <summary>Measures everything once.</summary>
    /// <param name="argument">Not used.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        Measure("managed.collected.new", New);
        Measure("managed.collected.store", Store);
        Measure("managed.collect.empty", Collections.Collect);
        Measure("managed.collect.object", CollectObject);
        Write("#bench end");
    }

    private static long New() => Turn(Objects.New);

    private static long Store() => Turn(Objects.Store);

    // What one more live object adds.
    private static long CollectObject()
    {
        Collections.DropList();
        Collections.Collect();
        long empty = Collections.Collect();
        Collections.MakeList();
        long all = Collections.Collect() - empty;
        return (all + Collections.NodeCount - 1) / Collections.NodeCount;
    }

    private static long Turn(Action<int> repeat)
    {
        long all = Turns(repeat) - Turns(Objects.KeepNothing);
        return (all + TurnCount - 1) / TurnCount;
    }

    // What so many turns take more than none: beginning and end of the loop are in neither.
    private static long Turns(Action<int> repeat)
    {
        long one = Ticks(repeat, 1);
        return Ticks(repeat, TurnCount + 1) - one;
    }

    private static long Ticks(Action<int> repeat, int count)
    {
        ulong start = Clock.Now;
        repeat(count);
        return (long)(Clock.Now - start);
    }

    private static void Measure(string id, Func<long> sample)
    {
        s_series.Clear();
        for (int turn = -WarmUpCount; turn < SampleCount; turn++)
        {
            long ticks = sample();
            if (turn >= 0) s_series.Add((ulong)Math.Max(0, ticks));
        }
        s_series.Sort();
        Write($"#bench {id} {s_series.Median} {s_series.Max} {s_series.Count}");
    }

    private static void Write(string text)
    {
        foreach (char c in text) Log.Write([(byte)c]);
        Log.EndLine();
    }
}
