// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Interleaving;

/// <summary>A CPU waits for others whose programs have ended.</summary>
/// <param name="cpu">The CPU that waits.</param>
public sealed class LeftAloneException(int cpu)
    : Exception($"CPU {cpu} waits for ever: nobody else goes on");
