// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>How far an exploration is, or how it ended.</summary>
/// <param name="Depth">Events from the first state of the states being expanded.</param>
/// <param name="States">Distinct states so far.</param>
/// <param name="Frontier">States found and not expanded.</param>
/// <param name="Transitions">Events applied so far.</param>
/// <param name="Elapsed">Time so far.</param>
public readonly record struct ExplorationProgress(
    int Depth, long States, long Frontier, long Transitions, TimeSpan Elapsed)
{
    /// <summary>New states per second.</summary>
    public double StatesPerSecond => States / Math.Max(Elapsed.TotalSeconds, 0.001);
}
