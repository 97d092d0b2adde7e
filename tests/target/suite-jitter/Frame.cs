// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>
/// The major frame of a millisecond: the control thread's window, then by turns the attackers' and
/// the victim's, and the attackers' once more, so that an attack comes before each window that is
/// looked at. Only the attackers' windows let the background run, which the root belongs to.
/// </summary>
internal static class Frame
{
    /// <summary>Windows of the victim in a frame.</summary>
    internal const uint VictimWindows = 14;

    /// <summary>The time partitions.</summary>
    internal const uint ControlTime = 1, VictimTime = 2, AttackTime = 3;

    private const ulong ControlMicroseconds = 310, AttackMicroseconds = 25, VictimMicroseconds = 20;
    private const ulong LastAttackMicroseconds = 60, VictimSleepMicroseconds = 18;
    private const ulong FrameMicroseconds = ControlMicroseconds + LastAttackMicroseconds
        + (VictimWindows * (AttackMicroseconds + VictimMicroseconds));

    private const uint FrameCpu = 0, Schedule = 0;

    /// <summary>Length of the frame.</summary>
    internal static ulong Ticks => Time.Microseconds(FrameMicroseconds);

    /// <summary>From the frame's start to the victim's first window.</summary>
    internal static ulong FirstVictimTicks =>
        Time.Microseconds(ControlMicroseconds + AttackMicroseconds);

    /// <summary>From one of the victim's windows to the next.</summary>
    internal static ulong StrideTicks => Time.Microseconds(AttackMicroseconds + VictimMicroseconds);

    /// <summary>From the last of them to the first in the next frame.</summary>
    internal static ulong LastStrideTicks => Ticks - ((VictimWindows - 1) * StrideTicks);

    /// <summary>Length of one of them.</summary>
    internal static ulong VictimTicks => Time.Microseconds(VictimMicroseconds);

    /// <summary>From the start of one of them to the end of the victim's sleep in it.</summary>
    internal static ulong VictimSleepTicks => Time.Microseconds(VictimSleepMicroseconds);

    /// <summary>When the current frame began.</summary>
    internal static ulong Start => Kernel.SystemInfo(SystemInfoItem.FrameTicks).Value;

    /// <summary>Hands the windows to the kernel and begins the first frame.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Begin()
    {
        ResultCode code = Add(ControlTime, ControlMicroseconds, FrameWindowFlags.Exclusive);
        for (uint window = 0; window < VictimWindows && code.IsSuccess; window++)
        {
            code = Add(AttackTime, AttackMicroseconds, FrameWindowFlags.None);
            if (code.IsSuccess)
                code = Add(VictimTime, VictimMicroseconds, FrameWindowFlags.Exclusive);
        }
        if (code.IsSuccess) code = Add(AttackTime, LastAttackMicroseconds, FrameWindowFlags.None);
        return code.IsSuccess ? Kernel.SwitchSchedule(Schedule) : code;
    }

    private static ResultCode Add(uint time, ulong microseconds, FrameWindowFlags flags) =>
        SystemKernel.AddWindow(
            Selectors.System, Schedule, FrameCpu, time, Time.Microseconds(microseconds), flags);
}
