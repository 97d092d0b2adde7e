// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Exploration;

/// <summary>Something that may happen in a state.</summary>
/// <param name="Event">What.</param>
/// <param name="Threads">Bits of the tags of the threads that do it when they run; events that are
/// not a thread's are not bound to it.</param>
/// <param name="DeadlineWord">Which word of the event counts ticks from now, when the event itself
/// wants an absolute time; -1: none.</param>
public readonly record struct ExplorationAction(
    SimulationEvent Event, ulong Threads = ulong.MaxValue, int DeadlineWord = -1)
{
    /// <summary>The event as it is now.</summary>
    /// <param name="now">System counter.</param>
    /// <returns>The event.</returns>
    public SimulationEvent At(ulong now)
    {
        SimulationEvent value = Event;
        if (DeadlineWord >= 0) value.Words[DeadlineWord] += now;
        return value;
    }
}
