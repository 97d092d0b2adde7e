// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// Releases a thread once per period, at absolute times: lateness does not add up. A release that
/// is already over when the thread asks for it is not waited for.
/// </summary>
public struct PeriodicTimer
{
    private readonly Semaphore _semaphore;

    /// <summary>Period in counter ticks.</summary>
    public readonly ulong PeriodTicks;

    private ulong _next;

    private PeriodicTimer(Semaphore semaphore, ulong periodTicks)
    {
        _semaphore = semaphore;
        PeriodTicks = periodTicks;
        _next = Clock.Now + periodTicks;
    }

    /// <summary>Creates a timer whose first release is one period from now.</summary>
    /// <param name="selector">Empty selector for the semaphore that it waits on,
    /// <see cref="Selectors.Free"/> and up. Nobody else may use it.</param>
    /// <param name="periodTicks">Period in counter ticks, not 0.</param>
    /// <param name="timer">The timer.</param>
    /// <returns>Success, or why the semaphore was refused.</returns>
    public static ResultCode Create(uint selector, ulong periodTicks, out PeriodicTimer timer)
    {
        ResultCode code = Semaphore.Create(selector, 0, out Semaphore semaphore);
        timer = new PeriodicTimer(semaphore, periodTicks);
        return code;
    }

    /// <summary>Waits for the next release.</summary>
    /// <returns>The time at which it was due, in counter ticks.</returns>
    public ulong WaitForNext()
    {
        ulong due = _next;
        _next = due + PeriodTicks;
        // The answer is always "timeout": nobody raises the semaphore.
        _semaphore.DownUntil(due);
        return due;
    }
}
