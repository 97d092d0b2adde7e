// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Exploration;

/// <summary>A transition after which something does not hold, with a shortest way to it.</summary>
/// <param name="Configuration">Name of the configuration.</param>
/// <param name="Message">What does not hold.</param>
/// <param name="SetupCount">Events that only set the system up.</param>
/// <param name="Events">All events from boot on; the last one breaks it.</param>
public sealed record ExplorationFailure(
    string Configuration, string Message, int SetupCount, IReadOnlyList<SimulationEvent> Events);
