// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// Moves the times of a trace together, so that one epoch passes where many did: the target spins
/// through those in which a guest runs. Earlier stays earlier and equal stays equal, so the kernel
/// does the same.
/// </summary>
internal static class EpochNumbering
{
    /// <summary>Numbers the epochs that a trace waits for.</summary>
    /// <param name="trace">The trace.</param>
    /// <returns>The same events in epochs that follow each other.</returns>
    /// <exception cref="SimulationException">The kernel does something else.</exception>
    internal static ReplayTrace Renumber(ReplayTrace trace)
    {
        List<ulong> waits = [];
        SortedSet<ulong> deadlines = [];
        ulong now = ReplayTime.StartTicks;
        foreach (ReplayStep step in trace.Steps)
        {
            if (IsDeadline(step.Event, now)) deadlines.Add(DeadlineOf(step.Event));
            if (step.Event.Kind != EventKind.Elapse) continue;
            now += step.Event.Words[0];
            waits.Add(now);
        }
        Dictionary<ulong, ulong> times = Number(waits, deadlines);
        return Apply(trace, times);
    }

    private static bool IsDeadline(in SimulationEvent value, ulong now) =>
        value.Kind == EventKind.Hypercall
        && (Hypercall)value.Detail is Hypercall.SemaphoreDown or Hypercall.CallUntil
        && DeadlineOf(in value) > now && DeadlineOf(in value) < ReplayTime.FarTicks;

    private static ulong DeadlineOf(in SimulationEvent value) => value.Words[value.DeadlineWord];

    // A deadline that nobody waits for comes just before the next that somebody does.
    private static Dictionary<ulong, ulong> Number(List<ulong> waits, SortedSet<ulong> deadlines)
    {
        Dictionary<ulong, ulong> times = [];
        deadlines.UnionWith(waits);
        int number = waits.Count;
        ulong next = ReplayTime.FarTicks + (ulong)deadlines.Count;
        foreach (ulong time in deadlines.Reverse())
        {
            bool isWait = number > 0 && time == waits[number - 1];
            next = isWait ? ReplayTime.BeginOf(--number) : next - 1;
            times.Add(time, next);
        }
        return times;
    }

    private static ReplayTrace Apply(ReplayTrace trace, Dictionary<ulong, ulong> times)
    {
        using TraceBuilder builder = new(trace.Tables, trace.Follower, trace.Seed);
        ulong now = ReplayTime.StartTicks;
        foreach (ReplayStep step in trace.Steps.Skip(1))
        {
            SimulationEvent value = step.Event;
            if (IsDeadline(in value, now))
            {
                value.Words[value.DeadlineWord] = times[DeadlineOf(in value)];
            }
            if (value.Kind == EventKind.Elapse)
            {
                now += value.Words[0];
                value.Words[0] = times[now] - builder.World.Machine.Clock.Ticks;
            }
            Fate fate = builder.Add(in value, () => true);
            if (fate.Kind != FateKind.Followed)
            {
                throw new SimulationException($"'{value}' in other epochs: {fate.Reason}");
            }
        }
        return builder.ToTrace();
    }
}
