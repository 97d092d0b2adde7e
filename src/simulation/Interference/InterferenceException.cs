// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Interference;

/// <summary>Something of one partition reached another that the policy does not allow.</summary>
/// <param name="message">What, in whom, after which event.</param>
public sealed class InterferenceException(string message) : Exception(message);
