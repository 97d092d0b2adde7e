// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Health;

namespace Bulkhead.Kernel.Memory;

/// <summary>
/// The second-stage tables of a domain: three levels of 512 entries for a 39-bit address space,
/// leaves of 2 MiB where range and target allow and 4 KiB elsewhere. A range is mapped only where
/// nothing is, and unmapping is complete when it returns: so no entry ever changes from one valid
/// value to another without an invalid one and an invalidation between (break before make).
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class StageTwo<TAsp>
    where TAsp : struct, IAsp
{
    private const ulong BlockBytes = 1 << 21;
    private const int RootShift = 30;
    private const int MiddleShift = 21;
    private const int PageShift = 12;

    /// <summary>Table pages that mapping a checked range would take.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="address">First guest-physical address.</param>
    /// <param name="target">Host address that it will show.</param>
    /// <param name="bytes">Bytes.</param>
    /// <returns>New pages.</returns>
    public static int CountNewTables(
        ref KernelState state,
        ref ProtectionDomain domain,
        GuestPhysicalAddress address,
        HostPhysicalAddress target,
        ulong bytes)
    {
        int count = 0;
        ulong lastRoot = ulong.MaxValue;
        ulong end = address.Value + bytes;
        for (ulong at = address.Value; at < end; at = NextBlock(at))
        {
            ulong root = domain.RootTable.In(ref state)[Index(at, RootShift)];
            bool hasMiddle = TAsp.IsValid(root);
            if (!hasMiddle && (at >> RootShift) != lastRoot) count++;
            lastRoot = at >> RootShift;
            if (UsesBlock(at, target.Value + (at - address.Value), end)) continue;
            if (!hasMiddle || !TAsp.IsValid(Table(ref state, root)[Index(at, MiddleShift)]))
            {
                count++;
            }
        }
        return count;
    }

    /// <summary>Enters a mapping. The range is checked, unmapped, and the tables that it takes are
    /// available.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The domain.</param>
    /// <param name="address">First guest-physical address.</param>
    /// <param name="target">First host address.</param>
    /// <param name="bytes">Bytes.</param>
    /// <param name="access">Access and memory type.</param>
    public static void Map(
        ref KernelState state,
        Link<ProtectionDomain> link,
        GuestPhysicalAddress address,
        HostPhysicalAddress target,
        ulong bytes,
        MemoryAccess access)
    {
        ulong end = address.Value + bytes;
        for (ulong at = address.Value; at < end;)
        {
            HostPhysicalAddress host = target.Plus(at - address.Value);
            Link<TablePage> middle = Descend(
                ref state, link, link.In(ref state).RootTable, Index(at, RootShift));
            if (UsesBlock(at, host.Value, end))
            {
                Enter(ref state, middle, Index(at, MiddleShift), TAsp.EncodeLeaf(host, access, 2));
                at += BlockBytes;
                continue;
            }
            Link<TablePage> last = Descend(ref state, link, middle, Index(at, MiddleShift));
            Enter(ref state, last, Index(at, PageShift), TAsp.EncodeLeaf(host, access, 3));
            at += Limits.PageBytes;
        }
        TAsp.PublishTables();
    }

    /// <summary>Removes a mapping that <see cref="Map"/> made, with every cached translation, and
    /// gives empty table pages back.
    /// </summary>
    /// <param name="state">The kernel.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="address">First guest-physical address.</param>
    /// <param name="bytes">Bytes.</param>
    public static void Unmap(
        ref KernelState state,
        ref ProtectionDomain domain,
        GuestPhysicalAddress address,
        ulong bytes)
    {
        ulong end = address.Value + bytes;
        for (ulong at = address.Value; at < end;) at = RemoveLeaf(ref state, ref domain, at);
        TAsp.InvalidateSpace(domain.TranslationRoot);
        for (ulong at = address.Value; at < end; at =
            NextBlock(at)) Prune(ref state, ref domain, at);
        TAsp.InvalidateSpace(domain.TranslationRoot);
    }

    private static ulong RemoveLeaf(ref KernelState state, ref ProtectionDomain domain, ulong at)
    {
        ulong root = domain.RootTable.In(ref state)[Index(at, RootShift)];
        int middleIndex = TableAllocator.IndexOf<TAsp>(ref state, root);
        ulong middle = state.Tables[middleIndex][Index(at, MiddleShift)];
        Check<TAsp>.That(TAsp.IsValid(middle), Invariant.MappingFits);
        if (!TAsp.IsTable(middle))
        {
            Erase(ref state, middleIndex, Index(at, MiddleShift));
            return at + BlockBytes;
        }
        Erase(ref state, TableAllocator.IndexOf<TAsp>(ref state, middle), Index(at, PageShift));
        return at + Limits.PageBytes;
    }

    // The caches of the walk itself may still hold a pruned table: it is freed before the second
    // invalidation, but nothing can use the page before the hypercall ends.
    private static void Prune(ref KernelState state, ref ProtectionDomain domain, ulong at)
    {
        int rootIndex = TableAllocator.IndexOf(ref state, domain.RootTable);
        ulong root = state.Tables[rootIndex][Index(at, RootShift)];
        if (!TAsp.IsValid(root)) return;
        int middleIndex = TableAllocator.IndexOf<TAsp>(ref state, root);
        ulong middle = state.Tables[middleIndex][Index(at, MiddleShift)];
        if (TAsp.IsValid(middle) && TAsp.IsTable(middle))
        {
            int last = TableAllocator.IndexOf<TAsp>(ref state, middle);
            if (state.TableRecords[last].UsedEntries == 0)
            {
                Erase(ref state, middleIndex, Index(at, MiddleShift));
                TableAllocator.Free(ref state, last);
            }
        }
        if (state.TableRecords[middleIndex].UsedEntries != 0) return;
        Erase(ref state, rootIndex, Index(at, RootShift));
        TableAllocator.Free(ref state, middleIndex);
    }

    private static Link<TablePage> Descend(
        ref KernelState state, Link<ProtectionDomain> owner, Link<TablePage> table, int index)
    {
        ulong entry = table.In(ref state)[index];
        if (TAsp.IsValid(entry))
        {
            Check<TAsp>.That(TAsp.IsTable(entry), Invariant.MappingFits);
            return Link<TablePage>.To(ref state, ref Table(ref state, entry));
        }
        Link<TablePage> fresh = TableAllocator.Allocate(ref state, owner);
        Check<TAsp>.That(!fresh.IsNone, Invariant.MappingFits);
        TAsp.PublishTables();
        Enter(ref state, table, index, TAsp.EncodeTable(TAsp.StateBase.Plus(fresh.Offset)));
        return fresh;
    }

    private static void Enter(ref KernelState state, Link<TablePage> table, int index, ulong entry)
    {
        ref TablePage page = ref table.In(ref state);
        Check<TAsp>.That(!TAsp.IsValid(page[index]), Invariant.MappingFits);
        page[index] = entry;
        state.TableRecords[TableAllocator.IndexOf(ref state, table)].UsedEntries++;
    }

    private static void Erase(ref KernelState state, int table, int index)
    {
        Check<TAsp>.That(TAsp.IsValid(state.Tables[table][index]), Invariant.MappingFits);
        state.Tables[table][index] = 0;
        state.TableRecords[table].UsedEntries--;
    }

    private static ref TablePage Table(ref KernelState state, ulong entry) =>
        ref state.Tables[TableAllocator.IndexOf<TAsp>(ref state, entry)];

    internal static bool UsesBlock(ulong at, ulong host, ulong end) =>
        ((at | host) & (BlockBytes - 1)) == 0 && end - at >= BlockBytes;

    internal static ulong NextBlock(ulong at) => (at & ~(BlockBytes - 1)) + BlockBytes;

    internal static int Index(ulong address, int shift) =>
        (int)((address >> shift) & (TablePage.Entries - 1));
}
