// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>Converts between counter ticks and nanoseconds without 128-bit arithmetic.</summary>
public static class TickConversion
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>Nanoseconds to ticks, rounded down.</summary>
    /// <param name="nanoseconds">Duration; the result must fit 64 bits.</param>
    /// <param name="frequency">Counter frequency in Hz, 1 to 2^34.</param>
    /// <returns>Ticks.</returns>
    public static ulong ToTicks(ulong nanoseconds, ulong frequency) =>
        Scale(nanoseconds, frequency, NanosecondsPerSecond);

    /// <summary>Ticks to nanoseconds, rounded down.</summary>
    /// <param name="ticks">Duration; the result must fit 64 bits.</param>
    /// <param name="frequency">Counter frequency in Hz, 1 to 2^34.</param>
    /// <returns>Nanoseconds.</returns>
    public static ulong ToNanoseconds(ulong ticks, ulong frequency) =>
        Scale(ticks, NanosecondsPerSecond, frequency);

    /// <summary>The first tick at or after a point of time: the deadline that is not
    /// early.</summary>
    /// <param name="nanoseconds">Time since tick 0.</param>
    /// <param name="frequency">Counter frequency in Hz, 1 to 2^34.</param>
    /// <returns>Nanoseconds * frequency / 10^9, rounded up; what 64 bits cannot hold is all ones.
    /// </returns>
    public static ulong ToFirstTick(ulong nanoseconds, ulong frequency)
    {
        ulong seconds = nanoseconds / NanosecondsPerSecond;
        ulong rest = nanoseconds - (seconds * NanosecondsPerSecond);
        ulong part = ((rest * frequency) + (NanosecondsPerSecond - 1)) / NanosecondsPerSecond;
        ulong high = Math.BigMul(seconds, frequency, out ulong low);
        ulong ticks = low + part;
        return high != 0 || ticks < part ? ulong.MaxValue : ticks;
    }

    // Whole seconds first: the remainder times the multiplier stays below 2^64 for frequencies to
    // 2^34.
    private static ulong Scale(ulong value, ulong multiplier, ulong divisor)
    {
        ulong whole = value / divisor;
        ulong rest = value - (whole * divisor);
        return (whole * multiplier) + (rest * multiplier / divisor);
    }
}
