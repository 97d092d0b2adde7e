// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>New threads and virtual CPUs. The domain that they live in pays.</summary>
internal static class ContextCreation
{
    internal static Answer Thread(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.FindHome(1, out ProtectionDomain domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        ObjectId faultPortal = default;
        if (request[6] != 0)
        {
            reason = request.Find(6, Rights.PortalCall, out Portal portal);
            if (reason != Reason.None) return Answer.Refused(reason);
            faultPortal = portal.Id;
        }
        reason = Quotas.Check(domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        Usage usage = step.State.Usage;
        Capacities capacities = step.State.Capacities;
        if (usage.Threads + usage.Vcpus >= capacities.ContextsMax
            || usage.Threads >= capacities.UtcbsMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        reason = MemoryRange.CheckGuest(request[2], Limits.PageBytes);
        if (reason != Reason.None) return Answer.Refused(reason);
        bool isServer = request[4] == 0;
        NativeThread thread = new(Quotas.NextName(step), domain.Id, request[2], isServer)
        {
            Activity = isServer ? Activity.Idle : Activity.Ready,
            FaultPortal = faultPortal,
            Tag = request[7],
        };
        reason = AddressSpace.Add(
            step, domain.Id,
            new Mapping(
                request[2], Limits.PageBytes, 0, MemoryAccess.Read | MemoryAccess.Write,
                IsDevice: false, SlotName.None, thread.Id));
        if (reason != Reason.None) return Answer.Refused(reason);
        Quotas.Add(step, thread, domain.Id, slot, Rights.ContextControl);
        return Answer.Done;
    }

    internal static Answer Vcpu(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.FindHome(1, out ProtectionDomain domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = FindPortals(in request, out ImmutableArray<ObjectId> portals);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = Quotas.Check(domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request[3] >= Limits.VcpusPerMachineMax)
        {
            return Answer.Refused(Reason.BadVcpuNumber);
        }
        if (IsTaken(step, domain.Id, request[3]))
        {
            return Answer.Refused(Status.Busy, Reason.BadVcpuNumber);
        }
        Usage usage = step.State.Usage;
        Capacities capacities = step.State.Capacities;
        if (usage.Threads + usage.Vcpus >= capacities.ContextsMax
            || usage.Vcpus >= capacities.VcpusMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        VirtualCpu vcpu = new(Quotas.NextName(step), domain.Id, (uint)request[3], portals);
        Quotas.Add(step, vcpu, domain.Id, slot, Rights.ContextControl);
        return Answer.Done;
    }

    private static Reason FindPortals(in Request request, out ImmutableArray<ObjectId> portals)
    {
        portals = default;
        ImmutableArray<ObjectId>.Builder found =
            ImmutableArray.CreateBuilder<ObjectId>(VirtualCpu.ExitKinds);
        for (int kind = 0; kind < VirtualCpu.ExitKinds; kind++)
        {
            ulong selector = request[2] + (ulong)kind;
            Reason reason = Space.Find(
                request.Step, request.Caller.Domain, selector, Rights.PortalCall,
                out Capability capability, out _);
            if (reason != Reason.None) return reason;
            found.Add(capability.Target);
        }
        portals = found.MoveToImmutable();
        return Reason.None;
    }

    private static bool IsTaken(Step step, ObjectId domain, ulong number)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is VirtualCpu vcpu && vcpu.Domain == domain && vcpu.Number == number)
            {
                return true;
            }
        }
        return false;
    }
}
