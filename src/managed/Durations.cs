// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Native;

/// <summary>Durations as one says them: <c>10.Milliseconds()</c>.</summary>
public static class Durations
{
    /// <summary>So many seconds.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan Seconds(this int count) =>
        TimeSpan.FromTicks(count * TimeSpan.TicksPerSecond);

    /// <summary>So many milliseconds.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan Milliseconds(this int count) =>
        TimeSpan.FromTicks(count * TimeSpan.TicksPerMillisecond);

    /// <summary>So many microseconds.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The duration.</returns>
    public static TimeSpan Microseconds(this int count) =>
        TimeSpan.FromTicks(count * TimeSpan.TicksPerMicrosecond);
}
