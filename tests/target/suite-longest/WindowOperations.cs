// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations on schedules. All windows are the background's.</summary>
internal static class WindowOperations
{
    // The shortest that the kernel allows is 1/65536 s.
    private const ulong WindowTicks = 16_000;
    private const uint FrameSchedules = 2, AddedSchedules = 2;

    /// <summary>Begins a schedule with as many windows as there can be, and makes another like it.
    /// </summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Begin()
    {
        ResultCode code = Kernel.CreateSemaphore(Places.Begun, 0);
        for (uint number = 0; number < FrameSchedules * Limits.FrameWindowsMax; number++)
        {
            if (code.IsSuccess) code = Add(number % FrameSchedules, 0);
        }
        return code.IsSuccess ? Kernel.SwitchSchedule(0) : code;
    }

    /// <summary>Adds a window to a schedule that is not used, until it is full.</summary>
    /// <param name="turn">Which turn.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Add(uint turn)
    {
        ResultCode code = Add(FrameSchedules + (turn % AddedSchedules), 1 + (turn % 15));
        return code.Reason == Reason.PoolExhausted ? ResultCode.Success : code;
    }

    /// <summary>Sleeps while windows begin.</summary>
    /// <returns>Success.</returns>
    internal static ResultCode Watch()
    {
        Sweep.Sleep(4 * WindowTicks);
        return ResultCode.Success;
    }

    /// <summary>Switches to the other schedule and waits for its beginning.</summary>
    /// <param name="turn">Which turn.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Switch(uint turn)
    {
        ResultCode code = Kernel.SwitchSchedule((turn + 1) % FrameSchedules, Places.Begun);
        return code.IsSuccess
            ? Kernel.SemaphoreDown(Places.Begun, Kernel.Forever, false).Code : code;
    }

    private static ResultCode Add(uint schedule, uint time) => SystemKernel.AddWindow(
        Selectors.System, schedule, 0, time, WindowTicks, FrameWindowFlags.None);
}
