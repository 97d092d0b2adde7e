// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>I37. It takes two runs: whoever makes them compares.</summary>
internal sealed class Determinism : KernelInvariant
{
    internal override int Number => 37;

    internal override string Sentence =>
        "The same events give the same states: two runs of one seed have equal hashes.";

    internal override string LooksAt => "hashes of two runs";

    internal override void Check(Inspection at)
    {
    }
}
