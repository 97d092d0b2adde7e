// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>The system counter and the kernel's own timer, both in the hands of the test.</summary>
public sealed class SimulatedClock
{
    /// <summary>Ticks per second.</summary>
    public const ulong FrequencyHz = 62_500_000;

    /// <summary>The counter.</summary>
    public ulong Ticks { get; set; } = 1000;

    /// <summary>Ticks that pass at each reading: not zero shows what happens when time passes
    /// between two readings.</summary>
    public ulong ReadTicks { get; set; }

    /// <summary>When the kernel's timer expires; all ones: never.</summary>
    public ulong DeadlineTicks { get; set; } = ulong.MaxValue;

    /// <summary>How often the kernel set its timer.</summary>
    public int ArmedCount { get; private set; }

    /// <summary>Whether the kernel's timer has expired.</summary>
    public bool IsExpired => DeadlineTicks <= Ticks;

    /// <summary>Reads the counter.</summary>
    /// <returns>The counter before the ticks that the reading takes.</returns>
    public ulong Read()
    {
        ulong now = Ticks;
        Ticks += ReadTicks;
        return now;
    }

    /// <summary>Sets the kernel's timer.</summary>
    /// <param name="ticks">When it expires; all ones: never.</param>
    public void Arm(ulong ticks)
    {
        DeadlineTicks = ticks;
        ArmedCount++;
    }
}
