// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I9.</summary>
internal sealed class TableTree : KernelInvariant
{
    internal override int Number => 9;

    internal override string Sentence =>
        "Table pages form one tree for each domain: one parent, right level, used entries = valid "
        + "entries, no empty table below the root, none reachable after it was freed.";

    internal override string LooksAt => "every table page in use, from each domain's root";

    internal override CheckScope Scope => CheckScope.ChangedTables;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        Span<bool> isReached = stackalloc bool[KernelState.TablePagesMax];
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)state.Domains)
        {
            if (domain.RootTable.IsNone) continue;
            Link<ProtectionDomain> owner = Link<ProtectionDomain>.To(ref state, ref domain);
            ulong root = new TranslationRoot(domain.TranslationRoot).Table;
            That(root == SimulatedMachine.StateBase + domain.RootTable.Offset,
                "a translation root leads elsewhere");
            Walk(at, owner, root, 1, isReached);
        }
    }

    /// <summary>Table pages that can be reached from a domain's root.</summary>
    internal static int CountReached(Inspection at, ref ProtectionDomain domain) =>
        CountReached(at, new TranslationRoot(domain.TranslationRoot).Table, 1);

    /// <summary>Index of the table page at a host address.</summary>
    internal static int PageIndex(ref KernelState state, ulong table)
    {
        ulong first =
            SimulatedMachine.StateBase + Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
        ulong index = (table - first) / Limits.PageBytes;
        That(table >= first && index < KernelState.TablePagesMax, "a table lies outside the pool");
        return (int)index;
    }

    private static void Walk(
        Inspection at, Link<ProtectionDomain> owner, ulong table, int level,
        Span<bool> isReached)
    {
        ref KernelState state = ref at.State;
        int index = PageIndex(ref state, table);
        That(!isReached[index], "a table page has two parents");
        isReached[index] = true;
        That(state.TableRecords[index].Owner == owner, "a table page belongs to another domain");
        ReadOnlySpan<ulong> entries = at.Tables.Now(index);
        ReadOnlySpan<ushort> occupied = at.Tables.Occupied(index);
        uint used = (uint)occupied.Length;
        foreach (ushort entry in occupied)
        {
            StageTwoDescriptor descriptor = new(entries[entry]);
            That(descriptor.IsValid, "an invalid descriptor is not zero");
            if (descriptor.IsLeafOf(level)) continue;
            That(level < 3 && descriptor.IsTable, "a descriptor has no meaning at its level");
            Walk(at, owner, descriptor.Address, level + 1, isReached);
        }
        That(used == state.TableRecords[index].UsedEntries,
            "used entries differ from their recount");
        That(used != 0 || level == 1 || at.MayBeUnfinished, "an empty table below the root");
    }

    private static int CountReached(Inspection at, ulong table, int level)
    {
        int count = 1;
        if (level == 3) return count;
        int page = PageIndex(ref at.State, table);
        ReadOnlySpan<ulong> entries = at.Tables.Now(page);
        foreach (ushort entry in at.Tables.Occupied(page))
        {
            StageTwoDescriptor descriptor = new(entries[entry]);
            if (!descriptor.IsTable || descriptor.IsLeafOf(level)) continue;
            count += CountReached(at, descriptor.Address, level + 1);
        }
        return count;
    }
}
