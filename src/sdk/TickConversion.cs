// SPDX-License-Identifier: MIT
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

    // Whole seconds first: the remainder times the multiplier stays below 2^64 for frequencies to
    // 2^34.
    private static ulong Scale(ulong value, ulong multiplier, ulong divisor)
    {
        ulong whole = value / divisor;
        ulong rest = value - (whole * divisor);
        return (whole * multiplier) + (rest * multiplier / divisor);
    }
}
