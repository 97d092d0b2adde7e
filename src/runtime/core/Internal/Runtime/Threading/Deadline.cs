// SPDX-License-Identifier: MIT
using System;

namespace Internal.Runtime.Threading;

/// <summary>When a wait ends, in ticks of the counter.</summary>
internal static class Deadline
{
    /// <summary>Nobody ends it but who fulfils it.</summary>
    internal const ulong Never = ulong.MaxValue;

    /// <summary>It does not begin.</summary>
    internal const ulong Passed = 0;

    /// <summary>The counter now.</summary>
    internal static ulong Now => SystemCounter.Ticks;

    /// <summary>From a number of milliseconds; -1: never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Another number below 0.</exception>
    internal static ulong After(int milliseconds, string name = "millisecondsTimeout")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, name);
        return milliseconds switch
        {
            -1 => Never,
            0 => Passed,
            _ => FromNow((ulong)milliseconds * TimeSpan.TicksPerMillisecond),
        };
    }

    /// <summary>From a duration, finer than the framework's milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 0, except for
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>, or above the longest that the
    /// framework has.</exception>
    internal static ulong After(TimeSpan duration, string name = "timeout")
    {
        long ticks = duration.Ticks;
        if (ticks == -TimeSpan.TicksPerMillisecond)
            return Never;
        if (ticks <= -TimeSpan.TicksPerMillisecond
            || ticks / TimeSpan.TicksPerMillisecond > int.MaxValue)
            throw new ArgumentOutOfRangeException(name,
                "Number must be either non-negative and less than or equal to Int32.MaxValue or "
                    + "-1.");
        return ticks <= 0 ? Passed : FromNow((ulong)ticks);
    }

    /// <summary>Ticks of a part of a second.</summary>
    internal static ulong Ticks(ulong partsPerSecond) =>
        SystemCounter.Frequency / partsPerSecond;

    internal static bool HasPassed(ulong deadline) =>
        deadline != Never && (deadline == Passed || deadline <= Now);

    // Less than one tick late and never early. Durations of 100 ns.
    private static ulong FromNow(ulong duration)
    {
        ulong frequency = SystemCounter.Frequency;
        ulong seconds = duration / TimeSpan.TicksPerSecond;
        ulong rest = duration - (seconds * TimeSpan.TicksPerSecond);
        return Now + (seconds * frequency)
            + (((rest * frequency) + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond);
    }
}
