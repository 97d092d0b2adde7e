// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Switchers;

/// <summary>Asks for schedules without a pause, each of which restarts it and everybody else who
/// asks: so it is stopped anywhere, in calls of the manager and in lines of the manager's log, too.
/// No schedule may begin while it runs.</summary>
public static class Program
{
    private const uint RoundsMax = 1000;

    private static ulong s_random;

    /// <summary>The partition's main thread.</summary>
    /// <param name="argument">How many starts are enough.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        ulong begin = Kernel.SystemInfo(SystemInfoItem.ScheduleTicks).Value;
        if (Partition.StartCount >= argument) Log.WriteLine("enough"u8);
        s_random += begin | 1;
        bool isRight = true;
        for (uint round = 0; isRight; round++)
        {
            if (Partition.StartCount < argument) isRight = Ask(round);
            isRight &= begin == Kernel.SystemInfo(SystemInfoItem.ScheduleTicks).Value;
        }
        Log.WriteLine("wrong: a schedule has begun without a restart, or a wish was refused"u8);
    }

    // Refused for others' wishes it may be; then it asks again.
    private static bool Ask(uint round)
    {
        s_random = (s_random * 6364136223846793005) + 1442695040888963407;
        ResultCode code = ModuleSchedule.Set((uint)(s_random >> 63));
        if (round % RoundsMax == 0) Partition.ReportDone();
        return code.IsSuccess || code.Reason == Reason.ScheduleInUse;
    }
}
