// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>
/// A timer, one-shot or periodic, at absolute times. It is data of the thread that owns it: arming
/// and cancelling cost no hypercall, and a partition may have as many as it likes. A thread waits
/// for its timers with <see cref="Semaphore.DownOrTake"/>; another thread that wants one changed
/// raises that semaphore. The default value is not armed.
/// </summary>
/// <remarks>
/// Release n of a periodic timer is due at first + n * period nanoseconds, computed without any
/// rounding; only the deadline of a wait is rounded, up to the counter's next tick
/// (<see cref="Instant.Ticks"/>). So no release is early, or late by a tick, and no error adds up.
/// A thread that is late takes the latest release that is due and is told how many it missed
/// (POSIX timer_getoverrun; ARINC 653 PERIODIC_WAIT keeps to release points in the same way).
/// </remarks>
public struct Timer
{
    private bool _isArmed;
    private Instant _due;
    private ulong _period;
    private ulong _number;

    /// <summary>Whether a release is to come.</summary>
    public readonly bool IsArmed => _isArmed;

    /// <summary>When the next release is due, perhaps in the past; <see cref="Instant.Never"/> for
    /// a timer that is not armed.</summary>
    public readonly Instant Due => _isArmed ? _due : Instant.Never;

    /// <summary>Distance of releases; 0 for one-shot.</summary>
    public readonly ulong PeriodNanoseconds => _period;

    /// <summary>Arms for one release, in place of what it was armed for before.</summary>
    /// <param name="due">When it is due; an instant in the past is due at once.</param>
    public void Arm(Instant due) => Arm(due, 0);

    /// <summary>Arms for periodic releases, in place of what it was armed for before.</summary>
    /// <param name="first">When the first release is due. In the past: the first one taken is the
    /// latest that is due.</param>
    /// <param name="periodNanoseconds">Distance of releases; 0: there is only the first.</param>
    public void Arm(Instant first, ulong periodNanoseconds)
    {
        _isArmed = true;
        _due = first;
        _period = periodNanoseconds;
        _number = 0;
    }

    /// <summary>Disarms.</summary>
    public void Cancel() => _isArmed = false;

    /// <summary>Takes the latest release that is due, and with it those before it.</summary>
    /// <param name="now">The time now.</param>
    /// <param name="release">The release.</param>
    /// <returns>Whether one was due.</returns>
    public bool TryTake(Instant now, out Release release)
    {
        release = default;
        if (now < Due || Due.IsNever) return false;
        ulong late = now.Since(_due);
        // The common case without a division.
        ulong missed = late < _period || _period == 0 ? 0 : late / _period;
        Instant latest = _due + (missed * _period);
        release = new Release(_number + missed, latest, missed);
        _number += missed + 1;
        _due = latest + _period;
        _isArmed = _period != 0;
        return true;
    }

    /// <summary>The timer that is due first.</summary>
    /// <param name="timers">Timers, armed or not.</param>
    /// <returns>Its index, the lowest of those due at the same time; -1 when none is armed.
    /// </returns>
    public static int FirstOf(ReadOnlySpan<Timer> timers)
    {
        int first = -1;
        Instant due = Instant.Never;
        for (int index = 0; index < timers.Length; index++)
        {
            if (timers[index].Due >= due) continue;
            first = index;
            due = timers[index].Due;
        }
        return first;
    }
}
