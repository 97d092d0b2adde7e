// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Copying capabilities and taking them back.</summary>
internal static class Derivations
{
    internal static Answer Delegate(in Request request)
    {
        Step step = request.Step;
        Reason reason = Space.Find(
            step, request.Caller.Domain, request[0], (Rights)uint.MaxValue,
            out Capability source, out SlotName parent);
        if (reason != Reason.None) return Answer.Refused(reason);
        ObjectId target = request.Caller.Domain;
        if (request[1] != 0)
        {
            reason = request.Find(1, Rights.DomainDelegate, out ProtectionDomain domain);
            if (reason != Reason.None) return Answer.Refused(reason);
            target = domain.Id;
        }
        reason = Space.FindFree(step, target, request[2], out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        if ((request[3] & ~(ulong)source.Rights) != 0)
        {
            return Answer.Refused(Reason.RightsExceeded);
        }
        Space.Insert(step, slot, source.Target, (Rights)request[3], parent);
        return Answer.Done;
    }

    internal static Answer Revoke(in Request request) => request[1] switch
    {
        0 or 1 => Revoke(in request, request[1] == 1),
        _ => Answer.Refused(Reason.BadArgument),
    };

    internal static Answer Discard(in Request request) => Revoke(in request, isSelfToo: true);

    private static Answer Revoke(in Request request, bool isSelfToo)
    {
        Step step = request.Step;
        Reason reason = Space.Find(
            step, request.Caller.Domain, request[0], (Rights)uint.MaxValue,
            out Capability capability, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (isSelfToo && capability.Target == request.Caller.Domain
            && request.Domain.First == slot)
        {
            return Answer.Refused(Reason.OwnDomain);
        }
        if (isSelfToo) Revocation.RemoveTree(step, slot);
        else Revocation.RevokeChildren(step, slot);
        return Answer.Done;
    }
}
