// SPDX-License-Identifier: MIT
namespace Bulkhead.Conformance;

internal static partial class Expected
{
    private static readonly string[] s_time =
    [
        // time.text
        "01:02:03",
        // time.text-days
        "4.03:02:01.0500000",
        // time.text-negative
        "-00:01:30",
        // time.text-fraction
        "00:00:00.0012345",
        // time.format-g
        "3:02:01.5",
        // time.format-G
        "0:03:02:01.5000000",
        // time.format-c
        "01:01:01",
        // time.from-seconds
        "15000000",
        // time.from-milliseconds
        "00:00:01.5000000",
        // time.from-minutes
        "1.5",
        // time.from-nan
        "! TimeSpan does not accept floating point Not-a-Number value"
            + "s.",
        // time.from-large
        "! TimeSpan overflowed because the duration is too long.",
        // time.parts
        "1 2 3 4 5",
        // time.totals
        "90",
        // time.add
        "01:30:00",
        // time.subtract
        "-00:30:00",
        // time.multiply
        "00:00:15",
        // time.divide
        "00:00:02.5000000 2.5",
        // time.compare
        "True",
        // time.equals
        "True",
        // time.duration
        "00:00:05",
        // time.overflow
        "! TimeSpan overflowed because the duration is too long.",
        // stopwatch.runs
        "True",
        // stopwatch.rises
        "True",
        // stopwatch.elapsed
        "00:00:01",
    ];
}
