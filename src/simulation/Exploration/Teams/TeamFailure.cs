// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration.Teams;

/// <summary>Hypercalls on several CPUs that went wrong.</summary>
/// <param name="Calls">The calls, CPU 0's first.</param>
/// <param name="Schedule">Who began, and the choices of the schedule.</param>
/// <param name="Message">What is wrong.</param>
public sealed record TeamFailure(string Calls, string Schedule, string Message);
