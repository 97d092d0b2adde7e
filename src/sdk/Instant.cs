// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>
/// A point of time on the system's clock: nanoseconds since the system counter was zero. All
/// partitions on all CPUs read the same clock (Arm ARM D12.1, the system counter: uniform, and
/// never set back), so instants may be passed from one to another and compared. The clock's
/// resolution is one tick of the counter; 64 bits of nanoseconds last 584 years.
/// </summary>
public readonly struct Instant
{
    /// <summary>Nanoseconds since the counter was zero.</summary>
    public readonly ulong Nanoseconds;

    /// <summary>An instant.</summary>
    /// <param name="nanoseconds">Nanoseconds since the counter was zero.</param>
    public Instant(ulong nanoseconds) { Nanoseconds = nanoseconds; }

    /// <summary>The instant that does not come.</summary>
    public static Instant Never => new(ulong.MaxValue);

    /// <summary>The latest nanosecond that has begun.</summary>
    public static Instant Now => new(Clock.NanosecondsOf(Clock.Now));

    /// <summary>Whether this is <see cref="Never"/>.</summary>
    public bool IsNever => Nanoseconds == ulong.MaxValue;

    /// <summary>The deadline for the kernel: the first tick at or after this instant, less than one
    /// tick late and never early. <see cref="Never"/> is <see cref="Kernel.Forever"/>.</summary>
    public ulong Ticks => TicksAt(Clock.Frequency);

    /// <summary><see cref="Ticks"/> of a counter of any frequency.</summary>
    /// <param name="frequency">Counter frequency in Hz, 1 to 2^34.</param>
    /// <returns>The first tick at or after this instant.</returns>
    public ulong TicksAt(ulong frequency) =>
        IsNever ? Kernel.Forever : TickConversion.ToFirstTick(Nanoseconds, frequency);

    /// <summary>How long ago another instant was.</summary>
    /// <param name="earlier">The other instant.</param>
    /// <returns>Nanoseconds from it to this; 0 when it is later than this.</returns>
    public ulong Since(Instant earlier) =>
        Nanoseconds > earlier.Nanoseconds ? Nanoseconds - earlier.Nanoseconds : 0;

    /// <summary>The next common beat: partitions that use the same period meet there without
    /// telling each other.</summary>
    /// <param name="periodNanoseconds">The period, not 0.</param>
    /// <returns>The first whole multiple of the period after this instant.</returns>
    public Instant NextMultiple(ulong periodNanoseconds)
    {
        ulong since = Nanoseconds % periodNanoseconds;
        return this + (periodNanoseconds - since);
    }

    /// <summary>A later instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="nanoseconds">How much later.</param>
    /// <returns>The later one; what lies beyond the clock's end is <see cref="Never"/>.</returns>
    public static Instant operator +(Instant instant, ulong nanoseconds)
    {
        ulong sum = instant.Nanoseconds + nanoseconds;
        return sum < nanoseconds ? Never : new(sum);
    }

    /// <summary>Earlier than.</summary>
    /// <param name="left">One instant.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether it is.</returns>
    public static bool operator <(Instant left, Instant right) =>
        left.Nanoseconds < right.Nanoseconds;

    /// <summary>Later than.</summary>
    /// <param name="left">One instant.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether it is.</returns>
    public static bool operator >(Instant left, Instant right) => right < left;

    /// <summary>Not later than.</summary>
    /// <param name="left">One instant.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether it is.</returns>
    public static bool operator <=(Instant left, Instant right) => !(right < left);

    /// <summary>Not earlier than.</summary>
    /// <param name="left">One instant.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether it is.</returns>
    public static bool operator >=(Instant left, Instant right) => !(left < right);
}
