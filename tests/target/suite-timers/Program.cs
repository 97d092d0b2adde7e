// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>The partition with the timers, and its neighbour.</summary>
public static class Program
{
    private static RecordWriter s_records;

    /// <summary>The main thread.</summary>
    /// <param name="argument">0 for all tests; 1 for the neighbour; 2 for those that the emulator
    /// can run on several processors, of which it lets one go on at a time.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        switch (argument)
        {
            case 0:
                PeriodTests.Exact(ref s_records, PeriodTests.LatenessMax);
                PeriodTests.Overrun(ref s_records);
                TimerTests.Run(ref s_records);
                break;
            case 2:
                PeriodTests.Exact(ref s_records, PeriodTests.Period);
                break;
            default:
                Neighbour.Run(ref s_records);
                break;
        }
        s_records.Finish();
    }

    /// <summary>A call of the neighbour.</summary>
    /// <param name="message">Its time; this partition's afterwards.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message) => CommonClock.Serve(ref message);
}
