// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Jitter;

/// <summary>Durations; the root program has no information page that would tell the frequency.
/// </summary>
internal static class Time
{
    private const ulong MicrosecondsPerSecond = 1_000_000;

    /// <summary>Ticks per second.</summary>
    internal static ulong Frequency { get; private set; }

    /// <summary>Asks for the frequency.</summary>
    internal static void Initialize() =>
        Frequency = Kernel.SystemInfo(SystemInfoItem.CounterFrequency).Value;

    /// <summary>Converts a duration.</summary>
    /// <param name="microseconds">Up to an hour.</param>
    /// <returns>Counter ticks.</returns>
    internal static ulong Microseconds(ulong microseconds) =>
        microseconds * Frequency / MicrosecondsPerSecond;
}
