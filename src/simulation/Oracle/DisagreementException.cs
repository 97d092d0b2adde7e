// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Oracle;

/// <summary>Kernel and specification disagree about what an event does.</summary>
/// <param name="message">What each says.</param>
public sealed class DisagreementException(string message) : Exception(message);
