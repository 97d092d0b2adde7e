// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Systems;

/// <summary>A device interrupt of a system description.</summary>
/// <param name="Interrupt">Physical id, 32 to 1019.</param>
/// <param name="IsEdge">Edge-triggered.</param>
public readonly record struct InterruptInput(uint Interrupt, bool IsEdge);
