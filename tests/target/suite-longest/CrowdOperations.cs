// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Longest;

/// <summary>Operations that need a crowd of threads.</summary>
internal static class CrowdOperations
{
    private const uint Last = Crowd.Size - 1;
    private const ulong PrepareTicks = 4_000_000;

    private static ulong s_instant;

    /// <summary>An instant when the crowd will have been made.</summary>
    /// <returns>The instant.</returns>
    internal static ulong NextInstant()
    {
        s_instant = Sweep.Now + PrepareTicks;
        return s_instant;
    }

    /// <summary>Sleeps until all instants of a period have been seen, and the crowd's, too.
    /// </summary>
    /// <returns>Success.</returns>
    internal static ResultCode Rest()
    {
        Sweep.Sleep(2 * Sweep.Period);
        if (Sweep.Now < s_instant) return new ResultCode(Status.Busy, Reason.None);
        return ResultCode.Success;
    }

    /// <summary>Lets a crowd wait for one semaphore.</summary>
    /// <param name="deadline">Until when.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Gather(ulong deadline)
    {
        ResultCode code = Kernel.CreateSemaphore(Places.First, 0);
        for (uint number = 0; number < Crowd.Size && code.IsSuccess; number++)
        {
            code = Crowd.Start(number, ThreadEntry.Wait, Places.First, deadline);
        }
        return code.IsSuccess ? Approach(deadline) : code;
    }

    /// <summary>Sleeps until shortly before an instant.</summary>
    /// <param name="instant">The instant; all ones: does not sleep.</param>
    /// <returns>Success, or that it has passed.</returns>
    internal static ResultCode Approach(ulong instant)
    {
        if (instant == Kernel.Forever) return ResultCode.Success;
        ulong start = instant - Sweep.Period;
        if (Sweep.Now >= start) return new ResultCode(Status.Timeout, Reason.DeadlinePassed);
        Kernel.SemaphoreDown(Places.Nobody, start, false);
        return ResultCode.Success;
    }

    /// <summary>Lets a crowd use up its budgets, which are renewed at the same time.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Deplete()
    {
        ulong instant = NextInstant();
        ResultCode code = ResultCode.Success;
        for (uint number = 0; number < Crowd.Size && code.IsSuccess; number++)
        {
            code = Crowd.Create(number, ThreadEntry.Run, 0, 0);
            ulong period = instant - Sweep.Now;
            if (code.IsSuccess) code = SystemKernel.CreateSchedulingContext(
                Places.Times + number, Places.Threads + number, Crowd.Priority, 1, period);
        }
        return code.IsSuccess ? Approach(instant) : code;
    }

    /// <summary>Makes all threads; the last one has no time.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Fill()
    {
        ResultCode code = FillButOne();
        return code.IsSuccess ? CreateLast() : code;
    }

    /// <summary>Makes all threads but one.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode FillButOne()
    {
        ResultCode code = ResultCode.Success;
        for (uint number = 0; number < Last && code.IsSuccess; number++)
        {
            code = Crowd.Start(number, ThreadEntry.Wait, Places.Nobody, Kernel.Forever);
        }
        return code;
    }

    /// <summary>Makes the last thread.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode CreateLast() =>
        Crowd.Create(Last, ThreadEntry.Wait, Places.Nobody, Kernel.Forever);

    /// <summary>Ends it.</summary>
    internal static void EndLast() => SystemKernel.Revoke(Places.Threads + Last, true);

    /// <summary>Gives the last thread time.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode StartMade() => SystemKernel.CreateSchedulingContext(
        Places.Made, Places.Threads + Last, Crowd.Priority, 1000, 10_000);

    /// <summary>Starts a thread that waits, with a deadline.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode StartLast() => Crowd.Start(
        0, ThreadEntry.Wait, Places.Nobody, Kernel.Forever - 1);

    /// <summary>Starts the thread of the self check.</summary>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode BeginCheck()
    {
        ResultCode code = Kernel.CreateSemaphore(Places.First, 0);
        return code.IsSuccess ? Crowd.Start(
            0, ThreadEntry.Spin, Places.First, 0, Crowd.UrgentPriority) : code;
    }

    /// <summary>Ends the semaphores that the crowd waited for.</summary>
    internal static void EndSemaphores()
    {
        for (uint semaphore = Places.First; semaphore <= Places.Third; semaphore++)
        {
            SystemKernel.Revoke(semaphore, true);
        }
    }
}
