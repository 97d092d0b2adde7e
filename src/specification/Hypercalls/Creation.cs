// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>New domains, portals, semaphores and segments.</summary>
internal static class Creation
{
    /// <summary>A domain costs its payer one object. Its own quota is a limit, not a share of the
    /// payer's.</summary>
    internal static Answer Domain(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.FindHome(1, out ProtectionDomain payer);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = Quotas.Check(payer);
        if (reason != Reason.None) return Answer.Refused(reason);
        DomainQuota quota = new(request[2]);
        // The root table is the first of the new domain's pages.
        if (quota.TablePages == 0 || request[2] > uint.MaxValue)
        {
            return Answer.Refused(Reason.BadArgument);
        }
        Usage usage = step.State.Usage;
        Capacities capacities = step.State.Capacities;
        if (usage.Domains >= capacities.DomainsMax) return Answer.Refused(Reason.PoolExhausted);
        if (usage.TablePages >= capacities.TablePagesMax)
        {
            return Answer.Refused(Reason.TablePagesExhausted);
        }
        ProtectionDomain domain = new(Quotas.NextName(step))
        {
            ObjectsLeft = quota.Objects,
            TablePagesQuota = quota.TablePages,
        };
        Quotas.Add(step, domain, payer.Id, slot, Rights.DomainAll);
        TablePages.Use(step, domain.Id, 1);
        return Answer.Done;
    }

    /// <summary>A portal is paid for by the domain that creates it.</summary>
    internal static Answer Portal(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.Find(1, Rights.ContextControl, out ExecutionContext server);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (server is not NativeThread { IsServer: true }) return Answer.Refused(Reason.NotAThread);
        if ((request[4] & ~(ulong)RegisterGroups.All) != 0)
        {
            return Answer.Refused(Reason.BadArgument);
        }
        reason = Quotas.Check(request.Domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (step.State.Usage.Portals >= step.State.Capacities.PortalsMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        Portal portal = new(
            Quotas.NextName(step), server.Id, request[2], request[3],
            (RegisterGroups)request[4]);
        Quotas.Add(step, portal, request.Caller.Domain, slot, Rights.PortalCall);
        return Answer.Done;
    }

    /// <summary>A semaphore is paid for by the domain that creates it.</summary>
    internal static Answer Semaphore(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.WithCpu(1, out uint count);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = Quotas.Check(request.Domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (step.State.Usage.Semaphores >= step.State.Capacities.SemaphoresMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        Semaphore semaphore = new(Quotas.NextName(step)) { Count = count };
        Quotas.Add(step, semaphore, request.Caller.Domain, slot, Rights.SemaphoreAll);
        return Answer.Done;
    }

    /// <summary>A segment's first capability is derived from the one of its source.</summary>
    internal static Answer Segment(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.Find(
            1, Rights.SegmentAll, out MemorySegment source, out SlotName parent);
        if (reason != Reason.None) return Answer.Refused(reason);
        Rights held = step.State.At(parent)!.Rights;
        if (!Space.IsSubset(request[4], held)) return Answer.Refused(Reason.RightsExceeded);
        reason = MemoryRange.Check(request[2], request[3], source.Bytes, Reason.OutsideSegment);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = Quotas.Check(request.Domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (step.State.Usage.Segments >= step.State.Capacities.SegmentsMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        MemorySegment segment = new(
            Quotas.NextName(step), source.HostAddress + request[2], request[3],
            source.IsDevice);
        Quotas.Add(
            step, segment, request.Caller.Domain, slot, (Rights)request[4], parent);
        return Answer.Done;
    }
}
