// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>Which schedule is in use (ARINC 653 part 2, SCHEDULE_STATUS_TYPE).</summary>
public struct ModuleScheduleStatus
{
    /// <summary>Value of <see cref="Current"/> and <see cref="Next"/> when there are no
    /// schedules.</summary>
    public const uint None = uint.MaxValue;

    /// <summary>Number of the schedule in use.</summary>
    public uint Current;

    /// <summary>Number of the schedule that the next major frame uses.</summary>
    public uint Next;

    /// <summary>Counter value at which the schedule in use began.</summary>
    public ulong LastSwitchTicks;

    /// <summary>Whether partitions are being restarted because it began: their windows are the
    /// background's until they are.</summary>
    public bool IsRestarting;
}
