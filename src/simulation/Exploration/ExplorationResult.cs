// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>How an exploration ended.</summary>
/// <param name="Progress">The last figures.</param>
/// <param name="IsClosed">Whether every reachable state was met.</param>
/// <param name="MergeCount">States that were reached in two raw forms and expanded from
/// both.</param>
/// <param name="Failure">What was broken; null: nothing.</param>
public sealed record ExplorationResult(
    ExplorationProgress Progress, bool IsClosed, long MergeCount, ExplorationFailure? Failure);
