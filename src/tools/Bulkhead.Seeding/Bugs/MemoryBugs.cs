// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Who may see which memory.</summary>
internal static class MemoryBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "map-permission-inverted", "29 XSA-98: permission check with read and write inverted",
            [2], "Hypercalls/MapMemory.cs",
            "(RightsFor(access) & ~source.In(ref state).Rights) != 0",
            "(~RightsFor(access) & source.In(ref state).Rights) == 0"),
        SeededBug.Of(
            "device-as-memory", "8 of the hostile list: an alias with other memory attributes",
            [2], "Hypercalls/MapMemory.cs",
            "access | segment.Attributes", "access"),
        SeededBug.Of(
            "segment-end-unchecked", "35 Tock #1114, #4366: bounds against the exposed region",
            [10, 22], "Memory/AddressRange.cs",
            "bytes > limit - start ? outside", "bytes > limit ? outside"),
        SeededBug.Of(
            "range-wraps", "27 XSA-437/447: a range wraps at the top of the address space",
            [2, 10, 11], "Memory/AddressRange.cs",
            "start > limit || bytes > limit - start ? outside",
            "start + bytes > limit ? outside"),
        SeededBug.Of(
            "segment-base-doubled", "30 KVM: donated address not the one that was checked",
            [10], "Hypercalls/CreateSegment.cs",
            "part.Base = whole.Base.Plus(current.Frame[2]);",
            "part.Base = whole.Base.Plus(current.Frame[2]).Plus(current.Frame[2]);"),
        SeededBug.Of(
            "message-page-stays-mapped", "23 XSA-393: access after removal",
            [3, 4], "Objects/Destruction.cs",
            "if (!mapping.IsNone && !Mappings<TAsp>.Remove(ref state, mapping)) return;",
            "if (mapping.Offset == 1) return;"),
        SeededBug.Of(
            "message-page-not-cleared", "26 XSA-245, XSA-372: memory handed on without scrubbing",
            [8], "Objects/Destruction.cs",
            "        context.Utcb.In(ref state) = default;\n", ""),
        SeededBug.Of(
            "mapping-outlives-capability", "31 XSA-222: the result of an unmap ignored",
            [4], "Objects/Revocation.cs",
            "if (capability.MappingCount != 0)",
            "if (capability.MappingCount != 0 && !capability.Parent.IsNone)"),
        SeededBug.Of(
            "refused-mapping-stays", "31 XSA-235: what was entered before a refusal is left behind",
            [32, 33], "Memory/Mappings.cs",
            "        if (!Remove(ref state, link)) return Outcome.Again;\n", ""),
        SeededBug.Of(
            "boot-segments-overlap", "41 of the hostile list: overlapping memory owned twice",
            [1], "Hypercalls/CreateSegment.cs",
            "        // A part goes when the whole is revoked.\n"
            + "        CapabilitySpace.Attach(ref state, slot, source);\n", ""),
    ];
}
