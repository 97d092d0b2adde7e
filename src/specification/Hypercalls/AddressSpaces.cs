// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Mapping and unmapping.</summary>
internal static class AddressSpaces
{
    private const MemoryAccess AllAccess =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    internal static Answer Map(in Request request)
    {
        Reason reason = request.Find(0, Rights.DomainMap, out ProtectionDomain domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request[5] == 0 || (request[5] & ~(ulong)AllAccess) != 0)
        {
            return Answer.Refused(Reason.BadArgument);
        }
        reason = request.Find(
            1, Rights.SegmentAll, out MemorySegment segment, out SlotName source);
        if (reason != Reason.None) return Answer.Refused(reason);
        MemoryAccess access = (MemoryAccess)request[5];
        Rights held = request.Step.State.At(source)!.Rights;
        if ((RightsFor(access) & ~held) != 0) return Answer.Refused(Reason.AccessDenied);
        reason = MemoryRange.Check(request[2], request[4], segment.Bytes, Reason.OutsideSegment);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = MemoryRange.CheckGuest(request[3], request[4]);
        if (reason != Reason.None) return Answer.Refused(reason);
        Mapping mapping = new(
            request[3], request[4], segment.HostAddress + request[2], access,
            segment.IsDevice, source, ObjectId.None);
        reason = AddressSpace.Add(request.Step, domain.Id, mapping);
        return reason == Reason.None ? Answer.Done : Answer.Refused(reason);
    }

    /// <summary>A mapping goes whole: the range must be that of one mapping.</summary>
    internal static Answer Unmap(in Request request)
    {
        Reason reason = request.Find(0, Rights.DomainMap, out ProtectionDomain domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        foreach (Mapping mapping in domain.Mappings)
        {
            if (mapping.Address != request[1] || mapping.Bytes != request[2]) continue;
            if (mapping.IsUtcb) break;
            AddressSpace.Remove(request.Step, domain.Id, mapping);
            return Answer.Done;
        }
        return Answer.Refused(Reason.NotMapped);
    }

    private static Rights RightsFor(MemoryAccess access) =>
        ((access & MemoryAccess.Read) != 0 ? Rights.SegmentRead : 0)
        | ((access & MemoryAccess.Write) != 0 ? Rights.SegmentWrite : 0)
        | ((access & MemoryAccess.Execute) != 0 ? Rights.SegmentExecute : 0);
}
