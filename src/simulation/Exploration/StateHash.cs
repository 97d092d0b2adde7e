// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Exploration;

/// <summary>What stands for a canonical state among those visited: 128 bits, so that among ten
/// million states two different ones meet with a chance of less than 10^-24.</summary>
/// <param name="Low">Lower half.</param>
/// <param name="High">Upper half.</param>
public readonly record struct StateHash(ulong Low, ulong High)
{
    /// <inheritdoc/>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
