// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Host.Simulated;

/// <summary>
/// The system counter of a test. Computing takes no time: the clock moves when every thread waits,
/// when a test lets a program spend time, and when a program does nothing but look at it.
/// </summary>
/// <param name="frequency">Ticks per second, 1 MHz to 1 GHz.</param>
/// <param name="start">Counter value at which the test begins.</param>
internal sealed class VirtualClock(ulong frequency, ulong start)
{
    // A program that spins gets to see time pass, so that it ends when it waits for a time.
    private const int FreeLooksMax = 1000;
    private const ulong SpinNanoseconds = 1000;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    private readonly List<(ulong From, ulong To)> _taken = [];
    private int _lookCount;

    /// <summary>The counter.</summary>
    public ulong Ticks { get; private set; } = start;

    /// <summary>Ticks per second.</summary>
    public ulong Frequency { get; } = frequency;

    /// <summary>Counter value at which the test began.</summary>
    public ulong StartTicks { get; } = start;

    /// <summary>The first tick at or after a time since the start.</summary>
    /// <param name="time">The time; one that the counter cannot hold is its end.</param>
    /// <returns>The tick.</returns>
    public ulong TicksAt(TimeSpan time)
    {
        UInt128 nanoseconds = (UInt128)Math.Max(0, time.Ticks) * TimeSpan.NanosecondsPerTick;
        UInt128 ticks = ((nanoseconds * Frequency) + (NanosecondsPerSecond - 1))
            / NanosecondsPerSecond;
        UInt128 sum = ticks + StartTicks;
        return sum >= ulong.MaxValue ? ulong.MaxValue - 1 : (ulong)sum;
    }

    /// <summary>Time from the start to a tick.</summary>
    /// <param name="ticks">A tick at or after the start.</param>
    /// <returns>The time, rounded down to 100 ns.</returns>
    public TimeSpan TimeAt(ulong ticks) => TimeSpan.FromTicks((long)(
        (UInt128)(ticks - StartTicks) * TimeSpan.TicksPerSecond / Frequency));

    /// <summary>Counts a look at the clock, or another hypercall.</summary>
    public void Look()
    {
        if (++_lookCount <= FreeLooksMax) return;
        Spend(Math.Max(1, SpinNanoseconds * Frequency / NanosecondsPerSecond));
    }

    /// <summary>Moves on while nobody runs.</summary>
    /// <param name="ticks">Where to; not earlier than now.</param>
    public void MoveTo(ulong ticks)
    {
        if (ticks > Ticks) _lookCount = 0;
        Ticks = Math.Max(Ticks, ticks);
    }

    /// <summary>Takes the processor away for a while.</summary>
    /// <param name="from">First tick that is taken.</param>
    /// <param name="to">First tick that is not.</param>
    public void Take(ulong from, ulong to)
    {
        _taken.Add((from, to));
        _taken.Sort();
    }

    /// <summary>The first tick from now on at which the program has the processor.</summary>
    /// <returns>Now, or the end of what is taken away.</returns>
    public ulong FirstFree()
    {
        ulong ticks = Ticks;
        foreach ((ulong from, ulong to) in _taken)
        {
            if (from <= ticks && ticks < to) ticks = to;
        }

        return ticks;
    }

    /// <summary>Computes for a time: what is taken away comes on top.</summary>
    /// <param name="ticks">Processor time.</param>
    public void Spend(ulong ticks)
    {
        ulong end = Ticks + ticks;
        foreach ((ulong from, ulong to) in _taken)
        {
            if (to > Ticks && from < end) end += to - Math.Max(from, Ticks);
        }

        Ticks = end;
    }
}
