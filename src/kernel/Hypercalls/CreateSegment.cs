// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.CreateSegment"/>.</summary>
internal static class CreateSegment
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, current.Slots, current.Frame[0], out Link<Capability> slot);
        if (!result.IsSuccess) return result;
        result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[1], Rights.SegmentAll,
            out Link<Capability> source);
        if (!result.IsSuccess) return result;
        Rights rights = (Rights)current.Frame[4];
        if (current.Frame[4] > uint.MaxValue || rights == Rights.None
            || (rights & ~source.In(ref state).Rights) != 0)
        {
            return Outcome.Parameter(Reason.RightsExceeded);
        }
        ref MemorySegment whole =
            ref source.In(ref state).Object.Reinterpret<MemorySegment>().In(ref state);
        Reason range = AddressRange.CheckPages(
            current.Frame[2], current.Frame[3], whole.Bytes, Reason.OutsideSegment);
        if (range != Reason.None) return Outcome.Parameter(range);
        result = Quota.Check(ref current.Domain.In(ref state));
        if (!result.IsSuccess) return result;
        int index = FreeRow.Find<MemorySegment>(state.Segments);
        if (index < 0) return Outcome.Resources(Reason.PoolExhausted);
        ref MemorySegment part = ref state.Segments[index];
        part.Base = whole.Base.Plus(current.Frame[2]);
        part.Bytes = current.Frame[3];
        part.Attributes = whole.Attributes;
        CreationArguments.Finish(
            ref state, current.Domain, slot, ref part.Header, ObjectKind.MemorySegment, rights);
        // A part goes when the whole is revoked.
        CapabilitySpace.Attach(ref state, slot, source);
        return ResultCode.Success;
    }
}
