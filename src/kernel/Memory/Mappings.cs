// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>The mappings that domains have: checked as a whole before anything is
/// entered.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Mappings<TAsp>
    where TAsp : struct, IAsp
{
    /// <summary>Checks everything that could refuse a mapping.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="address">Guest-physical address, alleged.</param>
    /// <param name="target">Host address, resolved.</param>
    /// <param name="bytes">Bytes, alleged.</param>
    /// <returns>Success, or why not.</returns>
    internal static ResultCode Decode(
        ref KernelState state,
        Link<ProtectionDomain> domain,
        ulong address,
        HostPhysicalAddress target,
        ulong bytes)
    {
        Reason range = AddressRange.CheckPages(
            address, bytes, 1ul << Limits.GuestAddressBits, Reason.OutsideAddressSpace);
        if (range != Reason.None) return Outcome.Parameter(range);
        if (Overlaps(ref state, domain, address, bytes)) return Outcome.Busy(Reason.AlreadyMapped);
        if (FreeRow.Find<Mapping>(state.Mappings) < 0)
        {
            return Outcome.Resources(Reason.PoolExhausted);
        }

        ref ProtectionDomain row = ref domain.In(ref state);
        int tables = StageTwo<TAsp>.CountNewTables(ref state, ref row, new(address), target, bytes);
        if (row.TablePagesUsed + tables > row.TablePagesQuota)
        {
            return Outcome.Resources(Reason.TableQuota);
        }

        return tables > TableAllocator.CountFree(ref state)
            ? Outcome.Resources(Reason.TablePagesExhausted)
            : ResultCode.Success;
    }

    /// <summary>Enters a mapping that was checked.</summary>
    internal static void Add(
        ref KernelState state,
        Link<ProtectionDomain> domain,
        Link<Capability> source,
        GuestPhysicalAddress address,
        HostPhysicalAddress target,
        ulong bytes,
        MemoryAccess access)
    {
        ref Mapping row = ref state.Mappings[FreeRow.Find<Mapping>(state.Mappings)];
        row.Domain = domain;
        row.Source = source;
        row.Address = address;
        row.Bytes = bytes;
        StageTwo<TAsp>.Map(ref state, domain, address, target, bytes, access);
    }

    /// <summary>The row of exactly this mapping, -1 if there is none.</summary>
    internal static int Find(
        ref KernelState state, Link<ProtectionDomain> domain, ulong address, ulong bytes)
    {
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Mapping row = ref state.Mappings[index];
            if (row.Domain == domain && row.Address.Value == address && row.Bytes == bytes
                && !domain.IsNone) return index;
        }
        return -1;
    }

    /// <summary>Removes a mapping.</summary>
    internal static void Remove(ref KernelState state, int index)
    {
        ref Mapping row = ref state.Mappings[index];
        StageTwo<TAsp>.Unmap(ref state, ref row.Domain.In(ref state), row.Address, row.Bytes);
        row = default;
    }

    /// <summary>Removes every mapping that stands on a capability.</summary>
    internal static void RemoveBySource(ref KernelState state, Link<Capability> source)
    {
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            if (state.Mappings[index].Source == source) Remove(ref state, index);
        }
    }

    /// <summary>Removes every mapping of a domain.</summary>
    internal static void RemoveByDomain(ref KernelState state, Link<ProtectionDomain> domain)
    {
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            if (state.Mappings[index].Domain == domain) Remove(ref state, index);
        }
    }

    private static bool Overlaps(
        ref KernelState state, Link<ProtectionDomain> domain, ulong address, ulong bytes)
    {
        for (int index = 0; index < KernelState.MappingsMax; index++)
        {
            ref Mapping row = ref state.Mappings[index];
            if (row.Domain == domain
                && AddressRange.Overlap(address, bytes, row.Address.Value, row.Bytes)) return true;
        }
        return false;
    }
}
