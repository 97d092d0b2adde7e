// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;

namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>One preemption of a schedule.</summary>
/// <param name="Position">How many places where one could be came before in the run.</param>
/// <param name="Point">Where in the kernel; <see cref="OrderingPoint.Program"/>: between two
/// calls.</param>
/// <param name="Action">What happens.</param>
internal readonly record struct PairPreemption(
    int Position, OrderingPoint Point, PairAction Action)
{
    /// <inheritdoc/>
    public override string ToString() => Point == OrderingPoint.Program
        ? $"{Action} between calls (place {Position})"
        : $"{Action} at {Point} (place {Position})";
}
