// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>I35.</summary>
internal sealed class StepBound : KernelInvariant
{
    private const int CallsMax = 80;
    private const int RevocationCallsMax = 4096;

    private int _count;

    internal override int Number => 35;

    internal override string Sentence =>
        "A hypercall ends within a bounded number of steps whatever its arguments: 80 calls of the "
        + "architecture package, 4,096 for taking capabilities back.";

    internal override string LooksAt => "calls of the architecture package that need the machine";

    internal override void Check(Inspection at)
    {
        if (!at.IsOneHypercall) return;
        bool isRevocation = (Hypercall)at.Event.Detail is Hypercall.Revoke or Hypercall.Discard;
        int made = at.Machine.SeamCallCount - _count;
        That(made <= (isRevocation ? RevocationCallsMax : CallsMax),
            $"a hypercall took {made} steps");
    }

    internal override void Remember(Inspection at) => _count = at.Machine.SeamCallCount;
}
