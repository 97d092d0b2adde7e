// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I22.</summary>
internal sealed class DerivationForest : KernelInvariant
{
    internal override int Number => 22;

    internal override string Sentence =>
        "Capabilities form a forest: a child has no more rights than its parent, names its "
        + "parent's object or a part of its segment, and siblings are linked both ways.";

    internal override string LooksAt => "every slot of every capability space in use";

    internal override CheckScope Scope => CheckScope.Objects;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (Link<Capability> link in at.Slots)
        {
            ref Capability slot = ref link.In(ref state);
            That(slot.Rights != Rights.None || at.MayBeUnfinished, "a capability without rights");
            CheckSlot(ref state, ref slot);
        }
        if (at.IsFull) CheckUnused(ref state);
        foreach (ref CapabilitySlots space in (Span<CapabilitySlots>)state.Spaces)
        {
            That(space[0].IsEmpty, "slot 0 holds a capability");
        }
    }

    private static void CheckUnused(ref KernelState state)
    {
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref ProtectionDomain domain = ref state.Domains[index];
            if (domain.Header.Kind == ObjectKind.ProtectionDomain) continue;
            if (domain.Dying != DyingPhase.None) continue;
            ReadOnlySpan<byte> space = MemoryMarshal.AsBytes(
                MemoryMarshal.CreateReadOnlySpan(ref state.Spaces[index], 1));
            That(!space.ContainsAnyExcept((byte)0), "a space without domain holds capabilities");
        }
    }

    private static void CheckSlot(ref KernelState state, ref Capability slot)
    {
        That(!slot.IsEmpty, "an empty slot is not all zero");
        Link<Capability> self = Link<Capability>.To(ref state, ref slot);
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
        if (!slot.Parent.IsNone) CheckChild(ref state, ref slot, self);
        else That(slot.Next.IsNone && slot.Previous.IsNone, "a root has siblings");
    }

    private static void CheckChild(
        ref KernelState state, ref Capability slot, Link<Capability> self)
    {
        ref Capability parent = ref slot.Parent.In(ref state);
        That(!parent.IsEmpty, "a capability outlives its parent");
        That(parent.Rights == Rights.None || (slot.Rights & ~parent.Rights) == 0, "rights grew");
        if (slot.Previous.IsNone)
        {
            That(parent.FirstChild == self, "a first child that its parent does not know");
        }
        if (slot.Object != parent.Object) CheckPart(ref state, ref slot, ref parent);
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
        bool isInside = part.Base.Value >= whole.Base.Value && part.Bytes <= whole.Bytes
            && part.Base.Value - whole.Base.Value <= whole.Bytes - part.Bytes;
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
}
