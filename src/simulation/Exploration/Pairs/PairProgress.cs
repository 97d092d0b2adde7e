// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>How far the exploration of pairs is.</summary>
/// <param name="Done">Ordered pairs whose schedules were all run.</param>
/// <param name="Total">Ordered pairs.</param>
/// <param name="Schedules">Schedules run.</param>
/// <param name="Elapsed">Time so far.</param>
public readonly record struct PairProgress(int Done, int Total, long Schedules, TimeSpan Elapsed);
