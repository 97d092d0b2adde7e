// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>
/// A thread's period: a <see cref="Timer"/> and a semaphore to wait for it on, which nobody raises.
/// Releases are exact; what a late thread missed is counted.
/// </summary>
public struct PeriodicTimer
{
    private readonly Semaphore _semaphore;
    private Timer _timer;

    private PeriodicTimer(Semaphore semaphore) { _semaphore = semaphore; }

    /// <summary>Releases that the thread did not take because a later one was due by then, since
    /// the timer was created.</summary>
    public ulong MissedCount { get; private set; }

    /// <summary>When the next release is due.</summary>
    public readonly Instant Due => _timer.Due;

    /// <summary>Creates a timer whose first release is one period from now.</summary>
    /// <param name="selector">Empty selector for the semaphore that it waits on,
    /// <see cref="Selectors.Free"/> and up.</param>
    /// <param name="periodNanoseconds">Period, not 0.</param>
    /// <param name="timer">The timer.</param>
    /// <returns>Success, or why the semaphore was refused.</returns>
    public static ResultCode Create(
        uint selector, ulong periodNanoseconds, out PeriodicTimer timer) =>
        Create(selector, Instant.Now + periodNanoseconds, periodNanoseconds, out timer);

    /// <summary>Creates a timer.</summary>
    /// <param name="selector">Empty selector for the semaphore that it waits on,
    /// <see cref="Selectors.Free"/> and up.</param>
    /// <param name="first">When the first release is due, such as an
    /// <see cref="Instant.NextMultiple"/>.</param>
    /// <param name="periodNanoseconds">Period; 0: there is only the first release.</param>
    /// <param name="timer">The timer.</param>
    /// <returns>Success, or why the semaphore was refused.</returns>
    public static ResultCode Create(
        uint selector, Instant first, ulong periodNanoseconds, out PeriodicTimer timer)
    {
        ResultCode code = Semaphore.Create(selector, 0, out Semaphore semaphore);
        timer = new PeriodicTimer(semaphore);
        timer.Restart(first, periodNanoseconds);
        return code;
    }

    /// <summary>Goes on with another period, or in another phase.</summary>
    /// <param name="first">When the first release is due; releases count from 0 again.</param>
    /// <param name="periodNanoseconds">Period; 0: there is only the first release.</param>
    public void Restart(Instant first, ulong periodNanoseconds) =>
        _timer.Arm(first, periodNanoseconds);

    /// <summary>Waits for the next release; when it is due already, goes on at once with the latest
    /// that is.</summary>
    /// <param name="release">The release.</param>
    /// <returns>Success, or why the kernel does not let the thread wait.</returns>
    public ResultCode WaitForNext(out Release release)
    {
        while (!_timer.TryTake(Instant.Now, out release))
        {
            ResultCode code = _semaphore.DownUntil(_timer.Due);
            if (!code.IsSuccess && code.Status != Status.Timeout) return code;
        }
        MissedCount += release.MissedCount;
        return ResultCode.Success;
    }
}
