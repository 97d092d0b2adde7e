// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Health;

namespace Bulkhead.Kernel.Memory;

/// <summary>
/// The second-stage tables of a domain: three levels of 512 entries for a 39-bit address space,
/// leaves of 2 MiB where range and target allow and 4 KiB elsewhere. A range is mapped only where
/// nothing is, and what was unmapped is invalidated before the kernel is left: so no entry ever
/// changes from one valid value to another without an invalid one and an invalidation between
/// (break before make).
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class StageTwo<TAsp> where TAsp : struct, IAsp
{
    private const ulong BlockBytes = 1 << 21;
    private const int RootShift = 30;
    private const int MiddleShift = 21;
    private const int PageShift = 12;

    // So many leaves are entered or removed between two looks for interrupts.
    private const int StepLeaves = 4;

    /// <summary>One step of making a mapping: a table that it needs, or its next leaves.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="row">The mapping, not whole.</param>
    /// <returns>Why it cannot be made; else none.</returns>
    internal static Reason Extend(ref KernelState state, ref Mapping row)
    {
        ulong at = row.Address.Value + row.Entered;
        HostPhysicalAddress host = row.Target.Plus(row.Entered);
        int table = TableAllocator.IndexOf(ref state, row.Domain.In(ref state).RootTable);
        int index = Index(at, RootShift);
        ulong entry = state.Tables[table][index];
        if (TAsp.IsTable(entry))
        {
            table = TableAllocator.IndexOf<TAsp>(ref state, entry);
            index = Index(at, MiddleShift);
            entry = state.Tables[table][index];
            bool isBlock = UsesBlock(at, host.Value, row.Address.Value + row.Bytes);
            if (isBlock) return Enter(ref state, ref row, table, index, host, 2);
            if (TAsp.IsTable(entry))
            {
                table = TableAllocator.IndexOf<TAsp>(ref state, entry);
                return Enter(ref state, ref row, table, Index(at, PageShift), host, 3);
            }
        }
        return TAsp.IsValid(entry)
            ? Reason.AlreadyMapped : AddTable(ref state, row.Domain, table, index);
    }

    /// <summary>One step of removing a mapping: an empty table behind what is still there, or its
    /// last leaves. Translations may be cached until the space is invalidated.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="row">The mapping.</param>
    /// <returns>False when nothing is left.</returns>
    internal static bool Shrink(ref KernelState state, ref Mapping row)
    {
        ref ProtectionDomain domain = ref row.Domain.In(ref state);
        ulong at = row.Address.Value + row.Entered;
        if (Prune(ref state, ref domain, at)) return true;
        if (row.Entered == 0) return false;
        at -= Limits.PageBytes;
        int table = TableAllocator.IndexOf<TAsp>(
            ref state, domain.RootTable.In(ref state)[Index(at, RootShift)]);
        int index = Index(at, MiddleShift);
        ulong entry = state.Tables[table][index];
        if (!TAsp.IsTable(entry))
        {
            Check<TAsp>.That(TAsp.IsValid(entry), Invariant.MappingFits);
            Erase(ref state, table, index);
            row.Entered -= BlockBytes;
            return true;
        }
        table = TableAllocator.IndexOf<TAsp>(ref state, entry);
        ref TablePage page = ref state.Tables[table];
        index = Index(at, PageShift);
        int count = LeavesInStep(index + 1, row.Entered >> PageShift);
        for (int left = count; left != 0; left--)
        {
            Check<TAsp>.That(TAsp.IsValid(page[index]), Invariant.MappingFits);
            page[index--] = 0;
        }
        state.TableRecords[table].UsedEntries -= (uint)count;
        row.Entered -= (ulong)count << PageShift;
        return true;
    }

    // Gives back an empty table on the way to an address, if there is one. The caches of the walk
    // may still hold it, so the space is invalidated before anybody else can have the page.
    private static bool Prune(ref KernelState state, ref ProtectionDomain domain, ulong at)
    {
        int table = TableAllocator.IndexOf(ref state, domain.RootTable);
        int index = Index(at, RootShift);
        ulong entry = state.Tables[table][index];
        if (!TAsp.IsTable(entry)) return false;
        int next = TableAllocator.IndexOf<TAsp>(ref state, entry);
        if (state.TableRecords[next].UsedEntries != 0)
        {
            table = next;
            index = Index(at, MiddleShift);
            entry = state.Tables[table][index];
            if (!TAsp.IsTable(entry)) return false;
            next = TableAllocator.IndexOf<TAsp>(ref state, entry);
            if (state.TableRecords[next].UsedEntries != 0) return false;
        }
        Erase(ref state, table, index);
        TAsp.InvalidateSpace(domain.TranslationRoot);
        TableAllocator.Free(ref state, next);
        return true;
    }

    private static Reason Enter(
        ref KernelState state, ref Mapping row, int table, int index, HostPhysicalAddress host,
        int level)
    {
        int shift = level == 2 ? MiddleShift : PageShift;
        int count = LeavesInStep(TablePage.Entries - index, (row.Bytes - row.Entered) >> shift);
        ulong leaf = TAsp.EncodeLeaf(host, row.Access, level);
        ref TablePage page = ref state.Tables[table];
        int entered = 0;
        while (entered < count && !TAsp.IsValid(page[index + entered]))
        {
            page[index + entered++] = leaf;
            leaf += 1ul << shift;
        }
        state.TableRecords[table].UsedEntries += (uint)entered;
        row.Entered += (ulong)entered << shift;
        return entered == count ? Reason.None : Reason.AlreadyMapped;
    }

    internal static int LeavesInStep(int inTable, ulong inMapping)
    {
        int count = inTable < StepLeaves ? inTable : StepLeaves;
        return (ulong)count < inMapping ? count : (int)inMapping;
    }

    private static Reason AddTable(
        ref KernelState state, Link<ProtectionDomain> owner, int table, int index)
    {
        ref ProtectionDomain domain = ref owner.In(ref state);
        if (domain.TablePagesUsed >= domain.TablePagesQuota) return Reason.TableQuota;
        Link<TablePage> fresh = TableAllocator.Allocate(ref state, owner);
        if (fresh.IsNone) return Reason.TablePagesExhausted;
        TAsp.PublishTables();
        state.Tables[table][index] = TAsp.EncodeTable(TAsp.StateBase.Plus(fresh.Offset));
        state.TableRecords[table].UsedEntries++;
        return Reason.None;
    }

    private static void Erase(ref KernelState state, int table, int index)
    {
        state.Tables[table][index] = 0;
        state.TableRecords[table].UsedEntries--;
    }

    internal static bool UsesBlock(ulong at, ulong host, ulong end) =>
        ((at | host) & (BlockBytes - 1)) == 0 && end - at >= BlockBytes;

    internal static int Index(ulong address, int shift) =>
        (int)((address >> shift) & (TablePage.Entries - 1));
}
