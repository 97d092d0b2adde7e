// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I11.</summary>
internal sealed class TablesMatchMappings : KernelInvariant
{
    internal override int Number => 11;

    internal override string Sentence =>
        "What an independent walker finds in the tables is what the book-keeping says: each "
        + "mapping is there from its first to its last page, contiguous and of one access.";

    internal override string LooksAt => "mappings, an independent table walk";

    internal override CheckScope Scope => CheckScope.ChangedTables;

    internal override void Check(Inspection at)
    {
        MappingWalks walks = at.Tables.Walks;
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Mapping mapping = ref at.State.Mappings[index];
            if (mapping.Domain.IsNone || mapping.Entered == 0 || walks.IsRight(index)) continue;
            CheckRange(at, ref mapping, walks.FirstPageOf(at, index));
            walks.FoundRight(index);
        }
    }

    /// <summary>Where an address of a mapping's domain leads.</summary>
    internal static Translation? Walk(Inspection at, ref Mapping mapping, ulong address)
    {
        ref ProtectionDomain domain = ref mapping.Domain.In(ref at.State);
        if (domain.RootTable.IsNone) return null;
        return at.Machine.Walker.TranslateUncached(
            new TranslationRoot(domain.TranslationRoot), address);
    }

    private static void CheckRange(Inspection at, ref Mapping mapping, Translation? start)
    {
        ulong first = mapping.Address.Value;
        That(start is not null, "a mapping is not in the tables");
        for (ulong offset = 0; offset < mapping.Entered;)
        {
            Translation? page = offset == 0 ? start : Walk(at, ref mapping, first + offset);
            That(page is not null && page.Value.Address == start!.Value.Address + offset,
                "a mapping is not contiguous");
            That(page!.Value.Access == start!.Value.Access,
                "a mapping's access differs from page to page");
            ulong leaf = page.Value.LeafBytes;
            offset += leaf - ((first + offset) & (leaf - 1));
        }
    }
}
