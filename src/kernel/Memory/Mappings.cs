// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>
/// The mappings that domains have. Making and removing one goes in steps: between two of them an
/// interrupt may be taken, and the row says how far it has come.
/// </summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class Mappings<TAsp> where TAsp : struct, IAsp
{
    private const int ChainShift = 58;

    // So many rows are looked at between two looks for interrupts.
    private const int StepRows = 16;

    /// <summary>Makes a mapping, or goes on with one that was begun with the same
    /// arguments.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="source">The capability of the segment; none for a UTCB page.</param>
    /// <param name="address">Guest-physical address, alleged.</param>
    /// <param name="target">Host address, resolved.</param>
    /// <param name="bytes">Bytes, alleged.</param>
    /// <param name="access">Access and memory type.</param>
    /// <returns>Success; why not, and nothing has changed then; or <see cref="Outcome.Again"/>: an
    /// interrupt is pending.</returns>
    internal static ResultCode Make(
        ref KernelState state, Link<ProtectionDomain> domain, Link<Capability> source,
        ulong address, HostPhysicalAddress target, ulong bytes, MemoryAccess access)
    {
        Reason range = AddressRange.CheckPages(
            address, bytes, 1ul << Limits.GuestAddressBits, Reason.OutsideAddressSpace);
        if (range != Reason.None) return Outcome.Parameter(range);
        Link<Mapping> link = Find(ref state, domain, address, bytes);
        bool isFresh = link.IsNone;
        if (isFresh)
        {
            link = Take(ref state, domain, address);
            if (link.IsNone) return Outcome.Resources(Reason.PoolExhausted);
            ref Mapping fresh = ref link.In(ref state);
            fresh.Source = source;
            fresh.Bytes = bytes;
            fresh.Target = target;
            fresh.Access = access;
            if (!source.IsNone) source.In(ref state).MappingCount++;
        }
        ref Mapping row = ref link.In(ref state);
        bool isSame = row.Source == source && row.Target.Value == target.Value
            && row.Access == access && row.Ending != Reason.NotMapped;
        return isSame && (row.Entered != bytes || row.Ending != Reason.None)
            ? Continue(ref state, link, isFresh) : Outcome.Busy(Reason.AlreadyMapped);
    }

    /// <summary>Makes a mapping at one go, for whom nothing waits.</summary>
    internal static ResultCode MakeWhole(
        ref KernelState state, Link<ProtectionDomain> domain, Link<Capability> source,
        ulong address, HostPhysicalAddress target, ulong bytes, MemoryAccess access)
    {
        ResultCode result;
        do result = Make(ref state, domain, source, address, target, bytes, access);
        while (result.Value == Outcome.Again.Value);
        return result;
    }

    /// <summary>The mapping of exactly this range, whole or not; none if there is none.</summary>
    internal static Link<Mapping> Find(
        ref KernelState state, Link<ProtectionDomain> domain, ulong address, ulong bytes)
    {
        Link<Mapping> link = Chain(ref state, domain, address);
        for (int count = 0; count < KernelState.MappingsMax && !link.IsNone; count++)
        {
            ref Mapping row = ref link.In(ref state);
            if (row.Domain == domain && row.Address.Value == address && row.Bytes == bytes) break;
            link = row.Next;
        }
        return link;
    }

    /// <summary>Removes a mapping, or what there is of it.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The mapping.</param>
    /// <returns>False when an interrupt is pending before all of it is removed.</returns>
    internal static bool Remove(ref KernelState state, Link<Mapping> link)
    {
        ref Mapping row = ref link.In(ref state);
        if (row.Ending == Reason.None) row.Ending = Reason.NotMapped;
        // What entered nothing leaves the others' translations alone.
        bool isLeft = StageTwo<TAsp>.Shrink(ref state, ref row);
        bool hasShrunk = isLeft;
        while (isLeft && !StructureLock<TAsp>.IsDue(ref state))
        {
            isLeft = StageTwo<TAsp>.Shrink(ref state, ref row);
        }
        if (hasShrunk)
            TAsp.InvalidateSpace(row.Domain.In(ref state).TranslationRoot);
        if (isLeft) return false;
        Release(ref state, link);
        return true;
    }

    /// <summary>Removes the next mapping that stands on a capability or belongs to a domain, or
    /// finds out that there is none in the next few rows.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="cursor">The row to begin with; moved on behind the rows that are done
    /// with.</param>
    /// <param name="source">The capability, or none.</param>
    /// <param name="domain">The domain, or none.</param>
    internal static void RemoveNext(
        ref KernelState state, ref ushort cursor, Link<Capability> source,
        Link<ProtectionDomain> domain)
    {
        for (int count = 0; count < StepRows && cursor < KernelState.MappingsMax; count++)
        {
            ref Mapping row = ref state.Mappings[cursor];
            // Message pages go with their threads.
            bool isWanted = source.IsNone
                ? row.Domain == domain && !row.Source.IsNone : row.Source == source;
            if (isWanted)
            {
                Remove(ref state, Link<Mapping>.To(ref state, ref row));
                break;
            }
            cursor++;
        }
    }

    // Each execution makes progress before it looks for interrupts; a new row is progress, too.
    private static ResultCode Continue(ref KernelState state, Link<Mapping> link, bool isFresh)
    {
        ref Mapping row = ref link.In(ref state);
        while (row.Ending == Reason.None)
        {
            if (!isFresh) row.Ending = StageTwo<TAsp>.Extend(ref state, ref row);
            isFresh = false;
            bool isWhole = row.Entered == row.Bytes;
            if (!isWhole && !StructureLock<TAsp>.IsDue(ref state)) continue;
            TAsp.PublishTables();
            return isWhole ? ResultCode.Success : Outcome.Again;
        }
        Reason reason = row.Ending;
        if (!Remove(ref state, link)) return Outcome.Again;
        return reason == Reason.AlreadyMapped ? Outcome.Busy(reason) : Outcome.Resources(reason);
    }

    private static Link<Mapping> Take(
        ref KernelState state, Link<ProtectionDomain> domain, ulong address)
    {
        int index = state.UsedMappings.Take(KernelState.MappingsMax);
        if (index < 0) return default;
        ref Mapping row = ref state.Mappings[index];
        row.Domain = domain;
        row.Address = new GuestPhysicalAddress(address);
        ref Link<Mapping> chain = ref Chain(ref state, domain, address);
        row.Next = chain;
        chain = Link<Mapping>.To(ref state, ref row);
        return chain;
    }

    private static void Release(ref KernelState state, Link<Mapping> link)
    {
        ref Mapping row = ref link.In(ref state);
        ref Link<Mapping> at = ref Chain(ref state, row.Domain, row.Address.Value);
        for (int count = 0; count < KernelState.MappingsMax && at != link; count++)
        {
            at = ref at.In(ref state).Next;
        }
        at = row.Next;
        if (!row.Source.IsNone) row.Source.In(ref state).MappingCount--;
        uint distance = link.Offset - Link<Mapping>.To(ref state, ref state.Mappings[0]).Offset;
        int index = (int)(distance / Mapping.RowBytes);
        state.Mappings[index..(index + 1)].Clear();
        state.UsedMappings.Release(index);
    }

    // The upper bits of the product depend on all of domain and address.
    private static ref Link<Mapping> Chain(
        ref KernelState state, Link<ProtectionDomain> domain, ulong address) =>
        ref state.Chains[(int)(((address + domain.Offset) * 0x9e37_79b9_7f4a_7c15) >> ChainShift)];
}
