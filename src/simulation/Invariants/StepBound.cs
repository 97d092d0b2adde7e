// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>I35.</summary>
internal sealed class StepBound : KernelInvariant
{
    private const int CallsMax = 80;
    private const int RevocationCallsMax = 4096;
    private const int CallsPerPage = 8;
    private const ulong PagesMax = KernelState.TablePagesMax * 512;

    private int _count;

    internal override int Number => 35;

    internal override string Sentence =>
        "A hypercall ends within a bounded number of steps whatever its arguments: 80 calls of the "
        + "architecture package, 4,096 for taking capabilities back, and 8 a page that is mapped or "
        + "unmapped; the table pages bound those, and what is mapped bounds a revocation.";

    internal override string LooksAt => "calls of the architecture package that need the machine";

    internal override void Check(Inspection at)
    {
        if (!at.IsOneHypercall) return;
        int made = at.Machine.SeamCallCount - _count;
        That(made <= BoundOf(in at.Event), $"a hypercall took {made} steps");
    }

    private static int BoundOf(ref readonly SimulationEvent value) =>
        (Hypercall)value.Detail switch
        {
            Hypercall.Map => CallsMax + ForPages(value.Words[4]),
            Hypercall.Unmap => CallsMax + ForPages(value.Words[2]),
            Hypercall.Revoke or Hypercall.Discard =>
                RevocationCallsMax + (CallsPerPage * (int)PagesMax),
            _ => CallsMax,
        };

    private static int ForPages(ulong bytes) =>
        CallsPerPage * (int)Math.Min(bytes / Limits.PageBytes, PagesMax);

    internal override void Remember(Inspection at) => _count = at.Machine.SeamCallCount;
}
