// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Hypercalls;

/// <summary>The hypercall <see cref="Hypercall.Delegate"/>.</summary>
internal static class Delegation
{
    internal static ResultCode Invoke(ref KernelState state, ref ExecutionContext current)
    {
        ulong selector = current.Frame[0];
        Link<Capability> source = current.Slots.At(selector);
        if (source.IsNone) return Outcome.Capability(Reason.SelectorOutOfRange);
        ref Capability from = ref source.In(ref state);
        if (from.IsEmpty) return Outcome.Capability(Reason.SlotEmpty);
        Rights rights = (Rights)current.Frame[3];
        if (current.Frame[3] > uint.MaxValue || (rights & ~from.Rights) != 0
            || rights == Rights.None)
        {
            return Outcome.Parameter(Reason.RightsExceeded);
        }
        Run<Capability> slots = current.Slots;
        if (current.Frame[1] != 0)
        {
            ResultCode domain = ObjectArgument.Find(
                ref state, ref current, 1, Rights.DomainDelegate, out Link<ObjectHeader> target);
            if (!domain.IsSuccess) return domain;
            slots = target.Reinterpret<ProtectionDomain>().In(ref state).Slots;
        }
        ResultCode result = CapabilitySpace.FindEmpty(
            ref state, slots, current.Frame[2], out Link<Capability> slot);
        if (result.IsSuccess) CapabilitySpace.InsertChild(ref state, slot, source, rights);
        return result;
    }
}
