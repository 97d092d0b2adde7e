// SPDX-License-Identifier: MIT
using System;
using System.Threading;

namespace Bulkhead.Native;

/// <summary>
/// Work that is done once in each period, in the calling thread: in tier 1 each release has a scope
/// of its own, in tier 2 the heap is collected between two releases when it is half full.
/// </summary>
/// <example>
/// <code>
/// PeriodicTask.Every(10.Milliseconds(), release => Control(release.Number));
/// </code>
/// </example>
public static class PeriodicTask
{
    private const ulong NanosecondsPerTick = 100;

    /// <summary>Calls a method once in each period until it is cancelled. Releases are at whole
    /// multiples of the period on the system's clock, plus the phase: tasks of one period meet,
    /// whichever thread, partition or processor they belong to.</summary>
    /// <param name="period">Distance of two releases, above zero.</param>
    /// <param name="body">What is done. A release that a late body makes it miss is not made up
    /// for: the next call has the latest one that is due, and says how many came and went before
    /// it.</param>
    /// <param name="phase">How much later than the multiple, at least zero and below the
    /// period.</param>
    /// <param name="cancellation">Ends the task, between two releases; also one that waits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period or the phase is out of
    /// range.</exception>
    public static void Every(
        TimeSpan period, Action<Release> body, TimeSpan phase = default,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentOutOfRangeException.ThrowIfLessThan(period.Ticks, 1, nameof(period));
        ArgumentOutOfRangeException.ThrowIfNegative(phase.Ticks, nameof(phase));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            phase.Ticks, period.Ticks, nameof(phase));
        ulong distance = Nanoseconds(period);
        Timer timer = default;
        timer.Arm(Instant.Now.NextMultiple(distance) + Nanoseconds(phase), distance);
        while (!cancellation.IsCancellationRequested)
        {
            if (timer.TryTake(Instant.Now, out Release release))
                Run(body, release);
            else
                Await(timer.Due, cancellation);
        }
    }

    // What a release makes is gone when the next one comes.
    private static void Run(Action<Release> body, Release release)
    {
        using (Scope.Enter()) body(release);
        Heap.EndPeriod();
    }

    private static void Await(Instant due, CancellationToken cancellation)
    {
        ulong rest = due.Since(Instant.Now);
        TimeSpan time = TimeSpan.FromTicks(
            (long)((rest + NanosecondsPerTick - 1) / NanosecondsPerTick));
        if (cancellation.CanBeCanceled)
            cancellation.WaitHandle.WaitOne(time);
        else
            Thread.Sleep(time);
    }

    private static ulong Nanoseconds(TimeSpan time) => (ulong)time.Ticks * NanosecondsPerTick;
}
