// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>Durations; the root program has no information page that would tell the frequency.
/// </summary>
internal static class Time
{
    private const ulong MicrosecondsPerSecond = 1_000_000;

    private static ulong s_frequency;

    /// <summary>Converts a duration.</summary>
    /// <param name="microseconds">Up to an hour.</param>
    /// <returns>Counter ticks.</returns>
    internal static ulong Microseconds(ulong microseconds)
    {
        if (s_frequency == 0)
            s_frequency = Kernel.SystemInfo(SystemInfoItem.CounterFrequency).Value;
        return microseconds * s_frequency / MicrosecondsPerSecond;
    }

    /// <summary>Sleeps.</summary>
    /// <param name="microseconds">How long.</param>
    internal static void Sleep(ulong microseconds) =>
        Kernel.SemaphoreDown(Places.Nobody, Clock.Now + Microseconds(microseconds), false);
}
