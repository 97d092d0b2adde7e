// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Health;

namespace Bulkhead.Kernel.Memory;

/// <summary>
/// The second-stage tables of a domain: three levels of 512 entries for a 39-bit address space,
/// leaves of 2 MiB where range and target allow and 4 KiB elsewhere. A range is mapped only where
/// nothing is, and what was unmapped is invalidated before the kernel is left: so no entry ever
/// changes from one valid value to another without an invalid one and an invalidation between (break
/// before make).
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class StageTwo<TAsp>
    where TAsp : struct, IAsp
{
    private const ulong BlockBytes = 1 << 21;
    private const int RootShift = 30;
    private const int MiddleShift = 21;
    private const int PageShift = 12;

    // So many leaves are entered or removed between two looks for interrupts.
    private const int StepLeaves = 16;

    /// <summary>Enters the next leaves of a mapping, those of one table.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="row">The mapping, not whole.</param>
    /// <returns>Why it cannot be made; else none.</returns>
    internal static Reason Extend(ref KernelState state, ref Mapping row)
    {
        ulong at = row.Address.Value + row.Entered;
        ulong end = row.Address.Value + row.Bytes;
        HostPhysicalAddress host = row.Target.Plus(row.Entered);
        Reason reason = Descend(
            ref state, row.Domain, TableAllocator.IndexOf(
                ref state, row.Domain.In(ref state).RootTable), Index(at, RootShift),
            out int table);
        if (reason != Reason.None) return reason;
        ulong unit = BlockBytes;
        int index = Index(at, MiddleShift);
        if (!UsesBlock(at, host.Value, end))
        {
            unit = Limits.PageBytes;
            reason = Descend(ref state, row.Domain, table, index, out table);
            if (reason != Reason.None)
            {
                Prune(ref state, ref row.Domain.In(ref state), at);
                return reason;
            }
            index = Index(at, PageShift);
        }
        ulong leaf = TAsp.EncodeLeaf(host, row.Access, unit == BlockBytes ? 2 : 3);
        ref TablePage page = ref state.Tables[table];
        for (int count = 0; count < StepLeaves && index < TablePage.Entries; count++)
        {
            if (TAsp.IsValid(page[index])) return Reason.AlreadyMapped;
            page[index++] = leaf;
            state.TableRecords[table].UsedEntries++;
            leaf += unit;
            row.Entered += unit;
            if (row.Bytes - row.Entered < unit) break;
        }
        return Reason.None;
    }

    /// <summary>Removes the last leaves of a mapping, those of one table, and gives it back when
    /// it is empty. Translations may be cached until the space is invalidated.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="row">The mapping, of which something is entered.</param>
    internal static void Shrink(ref KernelState state, ref Mapping row)
    {
        ref ProtectionDomain domain = ref row.Domain.In(ref state);
        ulong at = row.Address.Value + row.Entered - Limits.PageBytes;
        int table = TableAllocator.IndexOf<TAsp>(
            ref state, domain.RootTable.In(ref state)[Index(at, RootShift)]);
        int index = Index(at, MiddleShift);
        ulong entry = state.Tables[table][index];
        ulong unit = BlockBytes;
        int count = 1;
        if (TAsp.IsTable(entry))
        {
            table = TableAllocator.IndexOf<TAsp>(ref state, entry);
            index = Index(at, PageShift);
            unit = Limits.PageBytes;
            count = StepLeaves;
        }
        ref TablePage page = ref state.Tables[table];
        for (; count != 0 && index >= 0 && row.Entered != 0; count--)
        {
            Check<TAsp>.That(TAsp.IsValid(page[index]), Invariant.MappingFits);
            page[index--] = 0;
            state.TableRecords[table].UsedEntries--;
            row.Entered -= unit;
        }
        if (state.TableRecords[table].UsedEntries == 0) Prune(ref state, ref domain, at);
    }

    // Gives back the empty tables on the way to an address. The caches of the walk may still hold
    // them, so the space is invalidated before anybody else can have the pages.
    private static void Prune(ref KernelState state, ref ProtectionDomain domain, ulong at)
    {
        int root = TableAllocator.IndexOf(ref state, domain.RootTable);
        int middle = TableAllocator.IndexOf<TAsp>(
            ref state, state.Tables[root][Index(at, RootShift)]);
        ulong entry = state.Tables[middle][Index(at, MiddleShift)];
        int last = -1;
        if (TAsp.IsValid(entry) && TAsp.IsTable(entry))
        {
            last = TableAllocator.IndexOf<TAsp>(ref state, entry);
            if (state.TableRecords[last].UsedEntries == 0)
            {
                Erase(ref state, middle, Index(at, MiddleShift));
            }
            else
            {
                last = -1;
            }
        }
        bool isEmpty = state.TableRecords[middle].UsedEntries == 0;
        if (isEmpty) Erase(ref state, root, Index(at, RootShift));
        TAsp.InvalidateSpace(domain.TranslationRoot);
        if (last >= 0) TableAllocator.Free(ref state, last);
        if (isEmpty) TableAllocator.Free(ref state, middle);
    }

    // The table that an entry leads to; a new one when it leads nowhere.
    private static Reason Descend(
        ref KernelState state, Link<ProtectionDomain> owner, int table, int index, out int next)
    {
        next = 0;
        ref ulong entry = ref state.Tables[table][index];
        if (TAsp.IsValid(entry))
        {
            if (!TAsp.IsTable(entry)) return Reason.AlreadyMapped;
            next = TableAllocator.IndexOf<TAsp>(ref state, entry);
            return Reason.None;
        }
        ref ProtectionDomain domain = ref owner.In(ref state);
        if (domain.TablePagesUsed >= domain.TablePagesQuota) return Reason.TableQuota;
        Link<TablePage> fresh = TableAllocator.Allocate(ref state, owner);
        if (fresh.IsNone) return Reason.TablePagesExhausted;
        TAsp.PublishTables();
        entry = TAsp.EncodeTable(TAsp.StateBase.Plus(fresh.Offset));
        state.TableRecords[table].UsedEntries++;
        next = TableAllocator.IndexOf(ref state, fresh);
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
