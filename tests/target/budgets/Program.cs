// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Budgets;

/// <summary>Works for as long as its argument says in each of its periods, whether its budget
/// allows that or not.</summary>
public static class Program
{
    private const ulong PeriodsMax = 200;

    private static volatile uint s_done;

    /// <summary>The partition's main thread.</summary>
    /// <param name="argument">Work in a period, in microseconds of its own time.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ulong period = Partition.Info.PeriodNanoseconds;
        ResultCode code = PeriodicTimer.Create(Selectors.Free, period, out PeriodicTimer timer);
        if (!code.IsSuccess) return;
        for (ulong count = 0; count < PeriodsMax; count++)
        {
            if (!timer.WaitForNext(out _).IsSuccess) return;
            Work(argument * 1000);
        }
        Log.WriteLine(timer.MissedCount == 0 ? "all periods"u8 : "late"u8);
    }

    // An instruction takes a nanosecond, and while it has no budget it makes none.
    private static void Work(ulong nanoseconds)
    {
        const ulong InstructionsMin = 4;
        for (ulong done = 0; done < nanoseconds; done += InstructionsMin) s_done = (uint)done;
    }
}
