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
        if (!Space.IsSubset(request[3], source.Rights))
        {
            return Answer.Refused(Reason.RightsExceeded);
        }
        ObjectId target = request.Caller.Domain;
        if (request[1] != 0)
        {
            reason = request.Find(1, Rights.DomainDelegate, out ProtectionDomain domain);
            if (reason != Reason.None) return Answer.Refused(reason);
            target = domain.Id;
        }
        reason = Space.FindFree(step, target, request[2], out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        Space.Insert(step, slot, source.Target, (Rights)request[3], parent);
        return Answer.Done;
    }

    internal static Answer Revoke(in Request request) => Revoke(in request, request[1]);

    internal static Answer Discard(in Request request) => Revoke(in request, 1);

    // Nothing may be revoked from a capability to the caller's own domain or to the caller itself:
    // it could not be told of the success.
    private static Answer Revoke(in Request request, ulong includesItself)
    {
        Step step = request.Step;
        Reason reason = Space.Find(
            step, request.Caller.Domain, request[0], (Rights)uint.MaxValue,
            out Capability capability, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (includesItself > 1) return Answer.Refused(Reason.BadArgument);
        if (capability.Target == request.Caller.Domain || capability.Target == request.Caller.Id)
        {
            return Answer.Refused(Reason.OwnDomain);
        }
        if (includesItself == 1) Revocation.RemoveTree(step, slot);
        else Revocation.RevokeChildren(step, slot);
        Destruction.FinishDomains(step);
        return Answer.Done;
    }
}
