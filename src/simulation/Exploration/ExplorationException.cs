// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>A configuration cannot be explored as it is written.</summary>
/// <param name="message">Why.</param>
public sealed class ExplorationException(string message) : Exception(message);
