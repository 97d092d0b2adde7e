// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>What <see cref="Hypercall.SystemInfo"/> can be asked for.</summary>
public enum SystemInfoItem : ulong
{
    /// <summary><see cref="AbiVersion.Current"/> of the kernel.</summary>
    AbiVersion = 0,

    /// <summary>System-counter frequency in Hz.</summary>
    CounterFrequency = 1,

    /// <summary>The system counter now, in ticks.</summary>
    CounterNow = 2,

    /// <summary>Stage-2 table pages that nobody uses. It tells of the other partitions: x1 is the
    /// system capability (<see cref="Rights.SystemConfigure"/>).</summary>
    FreeTablePages = 3,

    /// <summary>Counter value at which the kernel entered its first C# method.</summary>
    BootTicks = 4,

    /// <summary>Counter value at which the first virtual CPU entered its guest, 0 before.</summary>
    FirstGuestEntryTicks = 5,

    /// <summary>The schedule in use, plus one; 0: none yet.</summary>
    Schedule = 6,

    /// <summary>The schedule that the next major frame uses, plus one; 0: none yet.</summary>
    NextSchedule = 7,

    /// <summary>Counter value at which the schedule in use began.</summary>
    ScheduleTicks = 8,

    /// <summary>Counter value at which the current major frame began.</summary>
    FrameTicks = 9,

    /// <summary>CPUs that run, numbered from 0.</summary>
    CpuCount = 10,
}
