// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Samples.Modes;

/// <summary>Switches between the first two schedules, and waits each time until the partitions that
/// are restarted have run: a period longer than it takes to see that they may.</summary>
public static class Conductor
{
    private const int PausesMax = 100;

    /// <summary>Switches.</summary>
    /// <param name="count">How often.</param>
    public static void Run(ulong count)
    {
        ulong longest = 0;
        ResultCode code = Semaphore.Create(Selectors.Free, 0, out Semaphore pause);
        for (ulong number = 1; number <= count && code.IsSuccess; number++)
        {
            code = Switch((uint)(number % 2), in pause, ref longest);
        }
        // Not from outside the manager: it would go around the restarts.
        bool isRefused = !Kernel.SwitchSchedule(0).IsSuccess;
        Log.WriteDecimal(count);
        Log.Write(code.IsSuccess && isRefused ? " switches done"u8 : " switches failed"u8);
        Log.Write(", longest restart "u8);
        Log.WriteDecimal(Clock.NanosecondsOf(longest) / 1000);
        Log.Write(" us"u8);
        Log.EndLine();
    }

    private static ResultCode Switch(uint schedule, in Semaphore pause, ref ulong longest)
    {
        ResultCode code = ModuleSchedule.Set(schedule);
        if (!code.IsSuccess) return code;
        ulong period = Clock.TicksOf(Partition.Info.PeriodNanoseconds);
        for (int round = 0; round < PausesMax; round++)
        {
            pause.DownUntil(Clock.Now + period);
            code = ModuleSchedule.Read(out ModuleScheduleStatus status);
            if (!code.IsSuccess) return code;
            if (status.Current != schedule || status.IsRestarting) continue;
            // For the kernel, a schedule begins when those that it restarts do.
            ulong begin = Kernel.SystemInfo(SystemInfoItem.ScheduleTicks).Value;
            longest = Math.Max(longest, begin - status.LastSwitchTicks);
            pause.DownUntil(Clock.Now + period);
            return code;
        }
        return new ResultCode(Status.Timeout, Reason.None);
    }
}
