// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I35.</summary>
internal sealed class StepBound : KernelInvariant
{
    private const int CallsMax = 88;
    private const int CallsPerPage = 8;
    private const ulong CallsPerCpu = 16;

    // Every entry of every table page, looked at a few times.
    private const ulong RevocationCallsMax =
        CallsPerPage * KernelState.TablePagesMax * TablePage.Entries;

    private int _count;

    internal override int Number => 35;

    internal override string Sentence =>
        "A hypercall ends within a bounded number of steps whatever its arguments: 88 calls of the "
        + "architecture package, 16 more for each CPU that it has to wait for, 8 more for each "
        + "page of a mapping, and for taking capabilities back 8 for each entry of all table "
        + "pages.";

    internal override string LooksAt => "calls of the architecture package that need the machine";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        if (!at.IsOneHypercall) return;
        ulong made = (ulong)(at.Machine.SeamCallCount - _count);
        That(made <= BoundOf(at), $"{(Hypercall)at.Event.Detail} took {made} steps");
    }

    private static ulong BoundOf(Inspection at) => (Hypercall)at.Event.Detail switch
    {
        Hypercall.Map => CallsMax + PageCalls(at.Event.Words[4]),
        Hypercall.Unmap => CallsMax + PageCalls(at.Event.Words[2]),
        Hypercall.Revoke or Hypercall.Discard => RevocationCallsMax,
        _ => CallsMax + (CallsPerCpu * (ulong)(at.CpuCount - 1)),
    };

    private static ulong PageCalls(ulong bytes) =>
        Math.Min(CallsPerPage * (bytes / Limits.PageBytes), RevocationCallsMax);

    internal override void Remember(Inspection at) => _count = at.Machine.SeamCallCount;
}
