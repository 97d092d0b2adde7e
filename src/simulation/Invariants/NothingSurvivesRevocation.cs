// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I4.</summary>
internal sealed class NothingSurvivesRevocation : KernelInvariant
{
    private const ulong BlockBytes = 2ul << 20;

    internal override int Number => 4;

    internal override string Sentence =>
        "When a capability or its owner goes, no table entry, mapping or link of the kernel that "
        + "stood on it remains when the call returns.";

    internal override string LooksAt => "mappings, bytes mapped by each table tree";

    internal override CheckScope Scope => CheckScope.Tables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        Span<ulong> mapped = stackalloc ulong[Limits.DomainsMax];
        int unsourced = 0;
        foreach (ref Mapping mapping in (Span<Mapping>)state.Mappings)
        {
            if (mapping.Domain.IsNone) continue;
            ref ProtectionDomain domain = ref mapping.Domain.In(ref state);
            That(domain.Header.Kind == ObjectKind.ProtectionDomain
                || domain.Dying != DyingPhase.None,
                "a mapping outlives its domain");
            if (mapping.Source.IsNone) unsourced++;
            else
            {
                That(mapping.Source.In(ref state).Kind == ObjectKind.MemorySegment,
                    "a mapping outlives its capability");
            }
            mapped[DomainIndex(ref state, mapping.Domain)] += mapping.Entered;
        }
        foreach (int index in at.Contexts)
        {
            if (!state.Contexts[index].Utcb.IsNone) unsourced--;
        }
        That(unsourced == 0, "a mapping without capability that is no message page");
        if (!at.IsDue(CheckScope.ChangedTables)) return;
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            if (state.Domains[index].RootTable.IsNone) continue;
            ulong root = new TranslationRoot(state.Domains[index].TranslationRoot).Table;
            That(CountMapped(at, root, 1) == mapped[index],
                "the tables map more or less than the mappings");
        }
    }

    /// <summary>Index of a domain's row.</summary>
    internal static int DomainIndex(ref KernelState state, Link<ProtectionDomain> domain)
    {
        uint first = Link<ProtectionDomain>.To(ref state, ref state.Domains[0]).Offset;
        uint size = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<ProtectionDomain>();
        uint index = (domain.Offset - first) / size;
        That(index < Limits.DomainsMax && (domain.Offset - first) % size == 0,
            "a link to a domain leads elsewhere");
        return (int)index;
    }

    private static ulong CountMapped(Inspection at, ulong table, int level)
    {
        ulong bytes = 0;
        int page = TableTree.PageIndex(ref at.State, table);
        ReadOnlySpan<ushort> occupied = at.Tables.Occupied(page);
        if (level == 3) return (ulong)occupied.Length * Limits.PageBytes;
        ReadOnlySpan<ulong> entries = at.Tables.Now(page);
        foreach (ushort entry in occupied)
        {
            StageTwoDescriptor descriptor = new(entries[entry]);
            bytes += descriptor.IsLeafOf(level)
                ? BlockBytes
                : CountMapped(at, descriptor.Address, level + 1);
        }
        return bytes;
    }
}
