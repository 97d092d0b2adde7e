// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I2.</summary>
internal sealed class MappedRights : KernelInvariant
{
    internal override int Number => 2;

    internal override string Sentence =>
        "A second stage maps a page only through a live capability to a segment that contains the "
        + "page, with no more access than the capability gives and the segment's memory type.";

    internal override string LooksAt => "mappings, their capabilities, an independent table walk";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Mapping mapping = ref state.Mappings[index];
            if (mapping.Entered == 0 || mapping.Source.IsNone) continue;
            ref Capability source = ref mapping.Source.In(ref state);
            if (source.Kind != ObjectKind.MemorySegment) continue;
            Translation? first = at.Tables.Walks.FirstPageOf(at, index);
            if (first is null) continue;
            CheckRights(at, ref mapping, ref source, first.Value);
        }
    }

    private static void CheckRights(
        Inspection at, ref Mapping mapping, ref Capability source, Translation start)
    {
        ref KernelState state = ref at.State;
        ref MemorySegment segment = ref source.Object.Reinterpret<MemorySegment>().In(ref state);
        bool isInside = start.Address >= segment.Base.Value
            && start.Address + mapping.Entered <= segment.Base.Value + segment.Bytes;
        That(isInside, "a mapping shows more than its segment");
        bool isManagers = mapping.Source == state.System.RootDomain.In(ref state)
            .Slots.At(Selectors.BootSegments);
        Rights needed = (Rights)((uint)(start.Access & ~MemoryAccess.Device) << 4);
        // One that is being taken back has none; its mappings go before it does.
        That(isManagers || source.Rights == Rights.None || (needed & ~source.Rights) == 0,
            "a mapping gives more access than its capability");
        That((start.Access & MemoryAccess.Device) == segment.Attributes,
            "a mapping has another memory type than its segment");
    }
}
