// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// A window of a CPU's major frame. Windows of one schedule and CPU follow each other in the order
/// of the table. When there is any, schedule 0 is in use from the start.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct FrameWindowRecord
{
    /// <summary>Shortest window: 1/65536 s, rounded up.</summary>
    public const ulong DurationNanosecondsMin = 15_259;

    /// <summary>Longest window: an hour.</summary>
    public const ulong DurationNanosecondsMax = 3_600_000_000_000;

    /// <summary>Most records.</summary>
    public const int CountMax = Limits.SchedulesMax * Limits.FrameWindowsMax;

    /// <summary>Schedule that it is a part of, below <see cref="Limits.SchedulesMax"/>.</summary>
    public uint Schedule;

    /// <summary>CPU that it is for.</summary>
    public uint Cpu;

    /// <summary>Time partition that it is given to, below
    /// <see cref="Limits.TimePartitionsMax"/>; 0: the background alone.</summary>
    public uint TimePartition;

    /// <summary>Zero.</summary>
    public uint Reserved;

    /// <summary>How it differs from others.</summary>
    public FrameWindowFlags Flags;

    /// <summary>Length in nanoseconds, <see cref="DurationNanosecondsMin"/> to
    /// <see cref="DurationNanosecondsMax"/>.</summary>
    public ulong DurationNanoseconds;
}
