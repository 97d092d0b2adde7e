// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>The kernel itself.</summary>
public struct ScheduleKernel : IScheduleKernel
{
    /// <inheritdoc/>
    public static ulong Current => Kernel.SystemInfo(SystemInfoItem.Schedule).Value;

    /// <inheritdoc/>
    public static ulong Next => Kernel.SystemInfo(SystemInfoItem.NextSchedule).Value;

    /// <inheritdoc/>
    public static ulong BeginTicks => Kernel.SystemInfo(SystemInfoItem.ScheduleTicks).Value;

    /// <inheritdoc/>
    public static ResultCode Switch(uint schedule, uint semaphore, in ScheduleMoment seen) =>
        Kernel.SwitchSchedule(schedule, semaphore, (uint)seen.Next, seen.BeginTicks);
}
