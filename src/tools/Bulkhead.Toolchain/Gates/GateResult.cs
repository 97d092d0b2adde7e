// SPDX-License-Identifier: MIT
namespace Bulkhead.Toolchain.Gates;

/// <summary>What one gate found.</summary>
/// <param name="Name">Short name of the gate.</param>
/// <param name="Summary">What it measured, in one line.</param>
/// <param name="Offences">One sentence for each offence; none when the gate is passed.</param>
public sealed record GateResult(string Name, string Summary, IReadOnlyList<string> Offences)
{
    /// <summary>Whether there was no offence.</summary>
    public bool Passed => Offences.Count == 0;
}
