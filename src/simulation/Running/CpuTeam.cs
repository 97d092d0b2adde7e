// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated;

namespace Bulkhead.Simulation.Running;

/// <summary>CPUs that enter the kernel one after the other: what one event causes on the others.
/// </summary>
internal static class CpuTeam
{
    // An interrupt on one CPU may raise something on another, and so on round.
    private const int RoundsMax = 64;

    /// <summary>Each CPU takes the interrupts that have reached it, and makes the hypercalls again
    /// that it has to.</summary>
    /// <param name="world">The world.</param>
    internal static void Hear(World world)
    {
        for (int round = 0; round < RoundsMax; round++)
        {
            bool isQuiet = true;
            for (int cpu = 0; cpu < world.CpuCount; cpu++) isQuiet &= !HearOn(world, cpu);
            if (isQuiet) return;
        }
    }

    /// <summary>Lets time pass on all CPUs.</summary>
    /// <param name="world">The world.</param>
    /// <param name="ticks">How long.</param>
    internal static void Advance(World world, ulong ticks)
    {
        SimulatedClock clock = world.Machine.Clock;
        ulong end = clock.Ticks + ticks;
        Hear(world);
        for (ulong next = NextEvent(world); next <= end; next = NextEvent(world))
        {
            clock.Ticks = Math.Max(next, clock.Ticks);
            Hear(world);
        }
        clock.Ticks = Math.Max(end, clock.Ticks);
    }

    private static bool HearOn(World world, int cpu)
    {
        SimulatedProcessor processor = world.Processors[cpu];
        int count = processor.InterruptCount;
        processor.TakeInterrupts();
        bool hasRepeated = processor.MustRepeat;
        if (hasRepeated) processor.Repeat();
        return hasRepeated || processor.InterruptCount != count;
    }

    private static ulong NextEvent(World world)
    {
        ulong next = ulong.MaxValue;
        for (int cpu = 0; cpu < world.CpuCount; cpu++)
        {
            next = Math.Min(next, world.Processors[cpu].NextEvent());
        }
        return next;
    }
}
