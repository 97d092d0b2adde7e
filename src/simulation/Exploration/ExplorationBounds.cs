// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>Where an exploration ends and who does it.</summary>
/// <param name="StatesMax">Distinct states; the level in which they are reached is not
/// finished.</param>
/// <param name="DepthMax">Events from the first state.</param>
/// <param name="Workers">Host threads.</param>
public readonly record struct ExplorationBounds(int StatesMax, int DepthMax, int Workers);
