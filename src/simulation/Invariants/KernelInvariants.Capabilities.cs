// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <content>I22, I23, I32: the derivation forest, objects and who pays for them.</content>
internal static partial class KernelInvariants
{
    private static void CheckCapabilities(ref KernelState state)
    {
        for (int space = 0; space < Limits.DomainsMax; space++)
        {
            bool isLive = state.Domains[space].Header.Kind == ObjectKind.ProtectionDomain;
            That(isLive || state.Domains[space].IsDying == 0,
                "a dying domain outlives its hypercall");
            Span<Capability> slots = state.Spaces[space];
            ReadOnlySpan<Vector256<byte>> raw = MemoryMarshal.Cast<Capability,
                Vector256<byte>>(slots);
            for (int selector = 0; selector < slots.Length; selector++)
            {
                if (raw[selector] == Vector256<byte>.Zero) continue;
                That(isLive, "a space without domain holds capabilities");
                That(selector != 0, "slot 0 holds a capability");
                CheckSlot(ref state, ref slots[selector]);
            }
        }
    }

    private static void CheckSlot(ref KernelState state, ref Capability slot)
    {
        That(!slot.IsEmpty, "an empty slot is not all zero");
        Link<Capability> self = Link<Capability>.To(ref state, ref slot);
        ref ObjectHeader header = ref slot.Object.In(ref state);
        That(header.Kind == slot.Kind, "a capability outlives its object");
        That((slot.Rights & ~RightsOf(slot.Kind)) == 0, "a capability has rights of another kind");
        if (!slot.Next.IsNone) That(slot.Next.In(ref state).Previous == self, "sibling list: next");
        if (!slot.Previous.IsNone)
        {
            That(slot.Previous.In(ref state).Next == self, "sibling list: previous");
        }
        if (!slot.FirstChild.IsNone)
        {
            That(slot.FirstChild.In(ref state).Parent == self, "first child has another parent");
            That(slot.FirstChild.In(ref state).Previous.IsNone, "first child is not first");
        }
        if (slot.Parent.IsNone)
        {
            That(slot.Next.IsNone && slot.Previous.IsNone, "a root has siblings");
            That(header.Root == self, "a capability without parent is not its object's first");
            return;
        }
        CheckChild(ref state, ref slot, self);
    }

    private static void CheckChild(
        ref KernelState state, ref Capability slot, Link<Capability> self)
    {
        ref Capability parent = ref slot.Parent.In(ref state);
        That(!parent.IsEmpty, "a capability outlives its parent");
        That((slot.Rights & ~parent.Rights) == 0, "rights grew");
        if (slot.Previous.IsNone)
        {
            That(parent.FirstChild == self, "a first child that its parent does not know");
        }
        if (slot.Object == parent.Object)
        {
            That(slot.Object.In(ref state).Root != self, "a copy is its object's first capability");
        }
        else CheckPart(ref state, ref slot, ref parent);
        Link<Capability> at = slot.Parent;
        for (int depth = 0; !at.IsNone; depth++)
        {
            That(at != self && depth < Limits.DomainsMax * Limits.SelectorsMax,
                "the derivation forest has a cycle");
            at = at.In(ref state).Parent;
        }
    }

    private static void CheckPart(ref KernelState state, ref Capability slot, ref Capability parent)
    {
        That(slot.Kind == ObjectKind.MemorySegment && parent.Kind == slot.Kind,
            "a child names another object");
        ref MemorySegment part = ref slot.Object.Reinterpret<MemorySegment>().In(ref state);
        ref MemorySegment whole = ref parent.Object.Reinterpret<MemorySegment>().In(ref state);
        bool isInside = part.Base.Value >= whole.Base.Value
            && part.Base.Value + part.Bytes <= whole.Base.Value + whole.Bytes;
        That(isInside && part.Attributes == whole.Attributes, "a part of a segment leaves it");
    }

    private static Rights RightsOf(ObjectKind kind) => kind switch
    {
        ObjectKind.ProtectionDomain => Rights.DomainAll,
        ObjectKind.MemorySegment => Rights.SegmentAll,
        ObjectKind.ExecutionContext => Rights.ContextControl,
        ObjectKind.SchedulingContext => Rights.SchedulingControl,
        ObjectKind.Portal => Rights.PortalCall,
        ObjectKind.Semaphore => Rights.SemaphoreAll,
        ObjectKind.Interrupt => Rights.InterruptBind,
        ObjectKind.System => Rights.SystemAll,
        _ => Rights.None,
    };

    // Every live object has a first capability that names it, but for what the boot made and nobody
    // may take back.
    private static void CheckRoots(ref KernelState state)
    {
        foreach (ObjectHandle handle in ObjectHandle.All(ref state))
        {
            ref ObjectHeader header = ref handle.Link.In(ref state);
            if (header.Kind == ObjectKind.None)
            {
                That(header.Root.IsNone && header.Payer.IsNone,
                    $"a free {handle.Kind} row has a capability or a payer");
                continue;
            }
            That(header.Kind == handle.Kind, $"another kind in the pool of {handle.Kind}");
            if (handle.Link.Offset == state.System.RootThread.Offset) continue;
            if (handle.Link.Offset == state.System.RootThread.In(ref state).Scheduling.Offset)
            {
                continue;
            }
            That(!header.Root.IsNone, $"a live {handle.Kind} has no capability");
            That(header.Root.In(ref state).Object == handle.Link,
                $"the first capability of a {handle.Kind} names another object");
        }
    }

    private static void CheckQuotas(ref KernelState state)
    {
        Span<int> objects = stackalloc int[Limits.DomainsMax];
        Span<int> tables = stackalloc int[Limits.DomainsMax];
        foreach (ObjectHandle handle in ObjectHandle.All(ref state))
        {
            Link<ProtectionDomain> payer = handle.Link.In(ref state).Payer;
            if (!payer.IsNone) objects[IndexOf(ref state, payer)]++;
        }
        foreach (ref var record in (Span<TablePageRecord>)state.TableRecords)
        {
            if (!record.Owner.IsNone) tables[IndexOf(ref state, record.Owner)]++;
        }
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref ProtectionDomain domain = ref state.Domains[index];
            bool isLive = domain.Header.Kind == ObjectKind.ProtectionDomain;
            That(isLive || objects[index] + tables[index] == 0,
                "something is charged to a domain that is gone");
            if (!isLive) continue;
            That(domain.ObjectsUsed == objects[index], "objects used differ from their recount");
            That(domain.TablePagesUsed == tables[index],
                "table pages used differ from their recount");
            That(domain.ObjectsUsed <= domain.ObjectsQuota, "more objects than the quota");
            That(domain.TablePagesUsed <= domain.TablePagesQuota,
                "more table pages than the quota");
        }
    }

    private static int IndexOf(ref KernelState state, Link<ProtectionDomain> domain)
    {
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            if (Link<ProtectionDomain>.To(ref state, ref state.Domains[index]) == domain)
            {
                return index;
            }
        }
        throw new InvariantException("a link to a domain leads elsewhere");
    }
}
