// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>The partition with the timers, and its neighbour on another CPU.</summary>
public static class Program
{
    private static RecordWriter s_records;

    /// <summary>The main thread.</summary>
    /// <param name="argument">0 for the tests; else the neighbour.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument != 0)
        {
            Neighbour.Run();
            return;
        }
        PeriodTests.Run(ref s_records);
        TimerTests.Run(ref s_records);
        s_records.Finish();
    }

    /// <summary>A call of the neighbour.</summary>
    /// <param name="message">Its time; this partition's afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => CommonClock.Serve(ref message);
}
