// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>The system counter in ticks: the same for every partition and guest-independent, it
/// never stops. Time in nanoseconds is an <see cref="Instant"/>.</summary>
public static class Clock
{
    /// <summary>The counter now, in ticks.</summary>
    public static ulong Now => Native.Counter();

    /// <summary>Ticks per second.</summary>
    public static ulong Frequency => Partition.Info.CounterFrequency;

    /// <summary>Converts a duration.</summary>
    /// <param name="nanoseconds">Duration in nanoseconds.</param>
    /// <returns>Ticks, rounded down.</returns>
    public static ulong TicksOf(ulong nanoseconds) =>
        TickConversion.ToTicks(nanoseconds, Frequency);

    /// <summary>Converts a duration.</summary>
    /// <param name="ticks">Duration in ticks.</param>
    /// <returns>Nanoseconds, rounded down.</returns>
    public static ulong NanosecondsOf(ulong ticks) =>
        TickConversion.ToNanoseconds(ticks, Frequency);
}
