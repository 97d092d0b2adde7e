// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Samples.Control;

/// <summary>The lines that the partition logs.</summary>
public static class Report
{
    /// <summary>One line for the periods of the last second.</summary>
    /// <param name="statistics">Their punctuality.</param>
    public static void Second(in Statistics statistics)
    {
        Log.Write("control: "u8);
        Log.WriteDecimal(statistics.PeriodCount);
        Log.Write(" periods, "u8);
        Log.WriteDecimal(statistics.MissedCount);
        Log.Write(" missed, jitter min "u8);
        Log.WriteDecimal(statistics.Min);
        Log.Write(" avg "u8);
        Log.WriteDecimal(statistics.Average);
        Log.Write(" max "u8);
        Log.WriteDecimal(statistics.Max);
        Log.Write(" ns"u8);
        Log.EndLine();
    }

    /// <summary>The result over all periods so far.</summary>
    /// <param name="statistics">Their punctuality.</param>
    public static void Total(in Statistics statistics)
    {
        Log.Write("control: "u8);
        Log.WriteDecimal(statistics.PeriodCount);
        Log.Write(" periods done, "u8);
        Log.WriteDecimal(statistics.MissedCount);
        Log.Write(" missed, worst jitter "u8);
        Log.WriteDecimal(statistics.Max);
        Log.Write(" ns"u8);
        Log.EndLine();
    }

    /// <summary>The distribution of the jitter, in one line.</summary>
    /// <param name="histogram">The distribution in nanoseconds.</param>
    public static void Distribution(in Histogram histogram)
    {
        Log.Write("control: jitter"u8);
        for (int bucket = 0; bucket < Histogram.BucketsMax; bucket++)
        {
            uint count = histogram.Count(bucket);
            if (count == 0) continue;
            Log.Write(" <"u8);
            Log.WriteDecimal(2ul << bucket);
            Log.Write("ns:"u8);
            Log.WriteDecimal(count);
        }
        Log.EndLine();
    }
}
