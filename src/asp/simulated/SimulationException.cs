// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>The kernel used the hardware in a way that hardware does not allow, or a test
/// did.</summary>
/// <param name="message">What was wrong.</param>
/// <param name="inner">What caused it.</param>
public sealed class SimulationException(string message, Exception? inner = null)
    : Exception(message, inner);
