// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Pairs;

/// <summary>A schedule of a pair after which something does not hold.</summary>
/// <param name="First">The first caller's call.</param>
/// <param name="Second">The second caller's.</param>
/// <param name="Schedule">The preemptions; empty: none.</param>
/// <param name="Message">What does not hold.</param>
public sealed record PairFailure(string First, string Second, string Schedule, string Message);
