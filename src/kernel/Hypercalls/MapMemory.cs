// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Map"/>.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
internal static class MapMemory<TAsp> where TAsp : struct, IAsp
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = ObjectArgument.Find(
            ref state, ref current, 0, Rights.DomainMap, out Link<ObjectHeader> found);
        if (!result.IsSuccess) return result;
        MemoryAccess access = (MemoryAccess)current.Frame[5];
        if (current.Frame[5] is 0 or > 7) return Outcome.Parameter(Reason.BadArgument);
        result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[1], Rights.SegmentAll,
            out Link<Capability> source);
        if (!result.IsSuccess) return result;
        if ((RightsFor(access) & ~source.In(ref state).Rights) != 0)
        {
            return Outcome.Capability(Reason.AccessDenied);
        }

        ref MemorySegment segment =
            ref source.In(ref state).Object.Reinterpret<MemorySegment>().In(ref state);
        ulong bytes = current.Frame[4];
        Reason range = AddressRange.CheckPages(
            current.Frame[2], bytes, segment.Bytes, Reason.OutsideSegment);
        if (range != Reason.None) return Outcome.Parameter(range);
        Link<ProtectionDomain> domain = found.Reinterpret<ProtectionDomain>();
        if (Dispatcher<TAsp>.LetsIn(ref current)) return Outcome.Again;
        return Mappings<TAsp>.Make(
            ref state, domain, source, current.Frame[3], segment.Base.Plus(current.Frame[2]), bytes,
            access | segment.Attributes);
    }

    internal static Rights RightsFor(MemoryAccess access) => (Rights)((uint)access << 4);
}
