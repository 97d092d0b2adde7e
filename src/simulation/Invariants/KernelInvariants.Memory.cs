// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <content>I2 to I5, I9, I11: tables, mappings and cached translations.</content>
internal static partial class KernelInvariants
{
    private const ulong BlockBytes = 2ul << 20;

    // The tables of each domain form a tree over exactly the pages that it owns.
    private static void CheckTables(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        Span<bool> isReached = stackalloc bool[KernelState.TablePagesMax];
        foreach (ref ProtectionDomain domain in (Span<ProtectionDomain>)state.Domains)
        {
            if (domain.Header.Kind == ObjectKind.None) continue;
            Link<ProtectionDomain> owner = Link<ProtectionDomain>.To(ref state, ref domain);
            ulong root = new TranslationRoot(domain.TranslationRoot).Table;
            That(root == SimulatedMachine.StateBase + domain.RootTable.Offset,
                "a translation root leads elsewhere");
            ulong mapped = WalkTable(ref state, owner, root, 1, isReached);
            That(mapped == MappedBytes(ref state, owner),
                "the tables map more or less than the mappings");
        }
        for (int index = 0; index < KernelState.TablePagesMax; index++)
        {
            bool isOwned = !state.TableRecords[index].Owner.IsNone;
            That(isOwned == isReached[index], "a table page is lost, or in use without owner");
            if (!isOwned) That(IsClear(ref state.Tables[index]), "a free table page is not clear");
        }
        string? stale = machine.Walker.FindStale();
        That(stale is null, $"stale translation: {stale}");
    }

    private static ulong WalkTable(
        ref KernelState state, Link<ProtectionDomain> owner, ulong table, int level,
        Span<bool> isReached)
    {
        int index = PageIndex(ref state, table);
        That(!isReached[index], "a table page has two parents");
        isReached[index] = true;
        That(state.TableRecords[index].Owner == owner, "a table page belongs to another domain");
        uint used = 0;
        ulong mapped = 0;
        foreach (ulong entry in (ReadOnlySpan<ulong>)state.Tables[index])
        {
            if (entry == 0) continue;
            StageTwoDescriptor descriptor = new(entry);
            That(descriptor.IsValid, "an invalid descriptor is not zero");
            used++;
            if (descriptor.IsLeafOf(level)) mapped += level == 2 ? BlockBytes : Limits.PageBytes;
            else mapped += WalkTable(ref state, owner, descriptor.Address, level + 1, isReached);
        }
        That(used == state.TableRecords[index].UsedEntries,
            "used entries differ from their recount");
        That(used != 0 || level == 1, "an empty table below the root");
        return mapped;
    }

    private static int PageIndex(ref KernelState state, ulong table)
    {
        ulong first =
            SimulatedMachine.StateBase + Link<TablePage>.To(ref state, ref state.Tables[0]).Offset;
        ulong index = (table - first) / Limits.PageBytes;
        That(table >= first && index < KernelState.TablePagesMax, "a table lies outside the pool");
        return (int)index;
    }

    private static bool IsClear(ref TablePage page) =>
        !((ReadOnlySpan<ulong>)page).ContainsAnyExcept(0ul);

    private static ulong MappedBytes(ref KernelState state, Link<ProtectionDomain> domain)
    {
        ulong bytes = 0;
        foreach (ref Mapping mapping in (Span<Mapping>)state.Mappings)
        {
            if (mapping.Domain == domain) bytes += mapping.Bytes;
        }
        return bytes;
    }

    private static void CheckMappings(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        foreach (ref Mapping mapping in (Span<Mapping>)state.Mappings)
        {
            if (mapping.Domain.IsNone)
            {
                That(mapping.Source.IsNone && mapping.Bytes == 0,
                    "a free mapping row is not clear");
                continue;
            }
            ref ProtectionDomain domain = ref mapping.Domain.In(ref state);
            That(domain.Header.Kind == ObjectKind.ProtectionDomain,
                "a mapping outlives its domain");
            if (!mapping.Source.IsNone) CheckMapping(machine, ref mapping, domain.TranslationRoot);
        }
        CheckUtcbs(machine);
    }

    private static void CheckMapping(SimulatedMachine machine, ref Mapping mapping, ulong root)
    {
        ref KernelState state = ref machine.State;
        ref Capability source = ref mapping.Source.In(ref state);
        That(source.Kind == ObjectKind.MemorySegment, "a mapping outlives its capability");
        ref MemorySegment segment = ref source.Object.Reinterpret<MemorySegment>().In(ref state);
        Translation? first =
            machine.Walker.TranslateUncached(new TranslationRoot(root), mapping.Address.Value);
        That(first is not null, "a mapping is not in the tables");
        Translation start = first!.Value;
        bool isInside = start.Address >= segment.Base.Value
            && start.Address + mapping.Bytes <= segment.Base.Value + segment.Bytes;
        That(isInside, "a mapping shows more than its segment");
        for (ulong offset = 0; offset < mapping.Bytes;)
        {
            Translation? at = machine.Walker.TranslateUncached(
                new TranslationRoot(root), mapping.Address.Value + offset);
            That(at is not null && at.Value.Address == start.Address + offset,
                "a mapping is not contiguous");
            That(at!.Value.Access == start.Access, "a mapping's access differs from page to page");
            That(!machine.Memory.IsKernel(at.Value.Address), "a segment shows the kernel");
            offset +=
                at.Value.LeafBytes - ((mapping.Address.Value + offset) & (at.Value.LeafBytes - 1));
        }
        bool isManagers = mapping.Source == state.System.RootDomain.In(ref state)
            .Slots.At(Selectors.BootSegments);
        Rights needed = (Rights)((uint)(start.Access & ~MemoryAccess.Device) << 4);
        That(isManagers || (needed & ~source.Rights) == 0,
            "a mapping gives more access than its capability");
        That((start.Access & MemoryAccess.Device) == segment.Attributes,
            "a mapping has another memory type than its segment");
    }

    private static void CheckUtcbs(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        int owned = 0;
        for (int index = 0; index < KernelState.UtcbsMax; index++)
        {
            Link<ExecutionContext> owner = state.UtcbOwners[index];
            if (owner.IsNone)
            {
                That(!((ReadOnlySpan<ulong>)state.Utcbs[index]).ContainsAnyExcept(0ul),
                    "a free message page is not clear");
                continue;
            }
            owned++;
            ref ExecutionContext thread = ref owner.In(ref state);
            That(IsLive(ref state, owner), "a message page outlives its thread");
            That(thread.Utcb == Link<UtcbPage>.To(ref state, ref state.Utcbs[index]),
                "a thread has another message page");
            TranslationRoot root = new(thread.Domain.In(ref state).TranslationRoot);
            Translation? at = machine.Walker.TranslateUncached(root, thread.UtcbAddress);
            Translation wanted = new(
                SimulatedMachine.StateBase + thread.Utcb.Offset,
                MemoryAccess.Read | MemoryAccess.Write, Limits.PageBytes);
            That(at == wanted, "a message page is not mapped as it should be");
        }
        int unsourced = 0;
        foreach (ref Mapping mapping in (Span<Mapping>)state.Mappings)
        {
            if (!mapping.Domain.IsNone && mapping.Source.IsNone) unsourced++;
        }
        That(owned == unsourced, "a mapping without capability that is no message page");
    }
}
