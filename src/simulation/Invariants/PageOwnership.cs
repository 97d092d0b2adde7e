// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I1.</summary>
internal sealed class PageOwnership : KernelInvariant
{
    internal override int Number => 1;

    internal override string Sentence =>
        "Each page is in exactly one of free, kernel, one domain's table, one thread's message "
        + "page, or one boot segment; the counts sum to the total.";

    internal override string LooksAt => "table page records, message pages, boot segments";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        CheckTablePages(at);
        CheckMessagePages(at);
        CheckSegments(at);
    }

    private static void CheckTablePages(Inspection at)
    {
        ref KernelState state = ref at.State;
        int owned = 0;
        int used = 0;
        foreach (ref TablePageRecord record in (Span<TablePageRecord>)state.TableRecords)
        {
            if (record.Owner.IsNone) continue;
            owned++;
            That(!record.Owner.In(ref state).RootTable.IsNone,
                "a table page of a domain that is gone");
        }
        if (!at.IsDue(CheckScope.ChangedTables)) return;
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)state.Domains)
        {
            if (domain.RootTable.IsNone) continue;
            used += TableTree.CountReached(at, ref domain);
        }
        That(owned == used, "a table page is lost, or in use without owner");
    }

    private static void CheckMessagePages(Inspection at)
    {
        ref KernelState state = ref at.State;
        int owned = 0;
        int had = 0;
        for (int index = 0; index < KernelState.UtcbsMax; index++)
        {
            Link<ExecutionContext> owner = state.UtcbOwners[index];
            if (owner.IsNone) continue;
            owned++;
            That(at.IsLive(owner), "a message page outlives its thread");
            That(owner.In(ref state).Utcb == Link<Kernel.Communication.UtcbPage>.To(
                ref state, ref state.Utcbs[index]), "a thread has another message page");
        }
        foreach (int index in at.Contexts) had += state.Contexts[index].Utcb.IsNone ? 0 : 1;
        That(owned == had, "two threads share a message page, or one has none of its own");
    }

    // What the boot handed out; every other segment is part of one of them.
    private static void CheckSegments(Inspection at)
    {
        ref KernelState state = ref at.State;
        Span<(ulong Start, ulong End)> roots = stackalloc (ulong, ulong)[KernelState.SegmentsMax];
        int count = 0;
        foreach (ref MemorySegment row in (Span<MemorySegment>)state.Segments)
        {
            if (row.Header.Kind == ObjectKind.None || row.Header.Root.IsNone) continue;
            if (!row.Header.Root.In(ref state).Parent.IsNone) continue;
            (ulong Start, ulong End) range = (row.Base.Value, row.Base.Value + row.Bytes);
            That(range.End > range.Start, "a segment wraps around");
            That(range.End <= SimulatedMachine.StateBase
                || range.Start >= SimulatedMachine.StateBase + (ulong)StateBlock.Size,
                "a segment contains the kernel");
            foreach (var other in roots[..count])
            {
                That(range.End <= other.Start || other.End <= range.Start,
                    "two boot segments share a page");
            }
            roots[count++] = range;
        }
    }
}
