// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I10.</summary>
internal sealed class SharedPages : KernelInvariant
{
    internal override int Number => 10;

    internal override string Sentence =>
        "Two domains share a page only where both derive their capability from the same boot "
        + "segment, and every mapped page lies in the boot segment that its capability comes "
        + "from.";

    internal override string LooksAt => "mappings and the derivation of their capabilities";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Mapping mapping = ref at.State.Mappings[index];
            if (mapping.Entered == 0 || mapping.Source.IsNone) continue;
            CheckRegion(at, ref mapping, at.Tables.Walks.FirstPageOf(at, index));
        }
    }

    // Boot segments are disjoint (I1): pages that lie inside their own segment are shared with
    // nobody outside it.
    private static void CheckRegion(Inspection at, ref Mapping mapping, Translation? first)
    {
        ref KernelState state = ref at.State;
        Link<Capability> source = mapping.Source;
        for (int depth = 0; depth < KernelState.SegmentsMax * 8; depth++)
        {
            Link<Capability> parent = source.In(ref state).Parent;
            if (parent.IsNone) break;
            source = parent;
        }
        ref Capability root = ref source.In(ref state);
        if (root.Kind != ObjectKind.MemorySegment) return;
        ref MemorySegment segment = ref root.Object.Reinterpret<MemorySegment>().In(ref state);
        if (first is null) return;
        ulong start = first.Value.Address - segment.Base.Value;
        That(start < segment.Bytes && mapping.Entered <= segment.Bytes - start,
            "a domain sees a range that was never given to it");
        // That the rest follows the first page without a gap is I11's.
        for (ulong offset = 0; at.IsFull && offset < mapping.Entered;)
        {
            ulong address = mapping.Address.Value + offset;
            Translation? page = TablesMatchMappings.Walk(at, ref mapping, address);
            if (page is null) return;
            That(page.Value.Address - segment.Base.Value < segment.Bytes,
                "a domain sees a page that was never given to it");
            offset += page.Value.LeafBytes - (address & (page.Value.LeafBytes - 1));
        }
    }
}
