// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>The system counter and each CPU's comparator for the kernel's timer, all in the hands
/// of the test.</summary>
/// <param name="cpuCount">CPUs.</param>
/// <param name="startTicks">The counter at first.</param>
public sealed class SimulatedClock(int cpuCount = 1, ulong startTicks = 1000)
{
    /// <summary>Ticks per second.</summary>
    public const ulong FrequencyHz = 62_500_000;

    private readonly Comparator[] _comparators = NewComparators(cpuCount);

    private struct Comparator
    {
        internal ulong Deadline;
        internal ulong Skew;
        internal ulong Lateness;
    }

    /// <summary>The counter.</summary>
    public ulong Ticks { get; set; } = startTicks;

    /// <summary>Ticks that pass at each reading: not zero shows what happens when time passes
    /// between two readings.</summary>
    public ulong ReadTicks { get; set; }

    /// <summary>For how long the kernel puts off what has expired. With 0 it does so for nothing
    /// but other interrupts, and what it puts off happens at the same tick: as the models that the
    /// kernel is compared with have it.</summary>
    public ulong PauseTicks { get; set; } = FrequencyHz >> 20;

    /// <summary>When the kernel's timer of CPU 0 expires; all ones: never.</summary>
    public ulong DeadlineTicks
    {
        get => _comparators[0].Deadline;
        set => _comparators[0].Deadline = value;
    }

    /// <summary>How often the kernel set a timer.</summary>
    public int ArmedCount { get; private set; }

    /// <summary>When the kernel's timer of a CPU expires, in that CPU's time.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Ticks; all ones: never.</returns>
    public ulong DeadlineOf(int cpu) => _comparators[cpu].Deadline;

    /// <summary>The counter as a CPU sees it.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Ticks.</returns>
    public ulong TicksOf(int cpu) => Ticks + _comparators[cpu].Skew;

    /// <summary>When a CPU's time reaches a value.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="ticks">In that CPU's time; all ones: never.</param>
    /// <returns>The counter then; all ones: never.</returns>
    public ulong WhenIs(int cpu, ulong ticks)
    {
        if (ticks == ulong.MaxValue) return ulong.MaxValue;
        ulong skew = _comparators[cpu].Skew;
        // A skew of the upper half is a CPU that is behind.
        if ((long)skew >= 0) return ticks > skew ? ticks - skew : 0;
        ulong later = ticks - skew;
        return later < ticks ? ulong.MaxValue : later;
    }

    /// <summary>When a CPU's timer asks for its interrupt.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>The counter then; all ones: never.</returns>
    public ulong ExpiryOf(int cpu)
    {
        ulong expiry = WhenIs(cpu, _comparators[cpu].Deadline);
        ulong late = expiry + _comparators[cpu].Lateness;
        return late < expiry ? ulong.MaxValue : late;
    }

    /// <summary>Whether a CPU's timer asks for its interrupt.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>Whether it does.</returns>
    public bool HasExpired(int cpu) => ExpiryOf(cpu) <= Ticks;

    /// <summary>A CPU reads the counter.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <returns>The counter before the ticks that the reading takes.</returns>
    public ulong Read(int cpu)
    {
        ulong now = TicksOf(cpu);
        Ticks += ReadTicks;
        return now;
    }

    /// <summary>A CPU sets its timer.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="ticks">When it expires, in its time; all ones: never.</param>
    public void Arm(int cpu, ulong ticks)
    {
        _comparators[cpu].Deadline = ticks;
        ArmedCount++;
    }

    /// <summary>A fault: a CPU's view of the counter is off.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="ticks">By how much; negative: behind.</param>
    public void Skew(int cpu, long ticks) => _comparators[cpu].Skew = (ulong)ticks;

    /// <summary>A fault: a CPU's timer misses ticks, its interrupts come late.</summary>
    /// <param name="cpu">The CPU.</param>
    /// <param name="ticks">How late.</param>
    public void Delay(int cpu, ulong ticks) => _comparators[cpu].Lateness = ticks;

    internal void CopyFrom(SimulatedClock other)
    {
        Ticks = other.Ticks;
        ReadTicks = other.ReadTicks;
        PauseTicks = other.PauseTicks;
        ArmedCount = other.ArmedCount;
        other._comparators.CopyTo(_comparators, 0);
    }

    private static Comparator[] NewComparators(int count)
    {
        var comparators = new Comparator[count];
        foreach (ref Comparator comparator in comparators.AsSpan())
        {
            comparator.Deadline = ulong.MaxValue;
        }
        return comparators;
    }
}
