// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Exploration;

/// <summary>A small system, what it starts from and what may happen in it.</summary>
public sealed record ExplorationConfiguration
{
    /// <summary>Name on the command line.</summary>
    public required string Name { get; init; }

    /// <summary>What it contains, in one line.</summary>
    public required string Summary { get; init; }

    /// <summary>Events that make the first state out of a booted system; each hypercall of them
    /// must succeed.</summary>
    public required IReadOnlyList<SimulationEvent> Setup { get; init; }

    /// <summary>What may happen in each state.</summary>
    public required IReadOnlyList<ExplorationAction> Actions { get; init; }

    /// <summary>Rows that the system can use.</summary>
    public required FootprintSize Size { get; init; }

    /// <summary>Which states are expanded; null: all. The others are checked and counted: so what
    /// has no end, such as a semaphore's count, gets one.</summary>
    public Func<World, bool>? IsExpanded { get; init; }

    /// <summary>Whether every state that can be reached is meant to be met.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Most events from the first state, unless the command line says otherwise.</summary>
    public int DepthMax { get; init; } = int.MaxValue;

    /// <summary>Most states, unless the command line says otherwise.</summary>
    public int StatesMax { get; init; } = int.MaxValue;
}
