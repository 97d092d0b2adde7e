// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Capabilities;

/// <summary>Looking into capability spaces, and filling their slots.</summary>
internal static class Space
{
    /// <summary>The capability that a selector names in a domain, if it has one of the rights
    /// asked for. As each right belongs to one kind of object, this checks the kind too.</summary>
    internal static Reason Find(
        Step step,
        ObjectId domain,
        ulong selector,
        Rights rights,
        out Capability capability,
        out SlotName slot)
    {
        capability = null!;
        slot = default;
        if (selector >= Limits.SelectorsMax) return Reason.SelectorOutOfRange;
        slot = new SlotName(domain, (uint)selector);
        if (step.State.At(slot) is not { } found) return Reason.SlotEmpty;
        if ((found.Rights & rights) == 0) return Reason.RightMissing;
        capability = found;
        return Reason.None;
    }

    /// <summary>The free slot that a selector names in a domain.</summary>
    internal static Reason FindFree(
        Step step, ObjectId domain, ulong selector, out SlotName slot)
    {
        slot = default;
        if (selector == 0) return Reason.SlotZero;
        if (selector >= Limits.SelectorsMax) return Reason.SelectorOutOfRange;
        slot = new SlotName(domain, (uint)selector);
        return step.State.At(slot) is null ? Reason.None : Reason.SlotTaken;
    }

    /// <summary>Whether rights asked for are some, and no more than those held.</summary>
    internal static bool IsSubset(ulong rights, Rights held) =>
        rights != 0 && (rights & ~(ulong)held) == 0;

    /// <summary>Fills a free slot with a capability, derived from another or from none.</summary>
    internal static void Insert(
        Step step, SlotName slot, ObjectId target, Rights rights, SlotName parent)
    {
        Set(step, slot, new Capability(target, rights, parent, []));
        if (step.State.At(parent) is { } source)
        {
            Set(step, parent, source with { Children = source.Children.Add(slot) });
        }
    }

    /// <summary>Empties a slot whose capability has no children.</summary>
    internal static void Remove(Step step, SlotName slot)
    {
        SlotName parent = step.State.At(slot)!.Parent;
        Set(step, slot, null);
        if (step.State.At(parent) is { } source)
        {
            Set(step, parent, source with { Children = source.Children.Remove(slot) });
        }
    }

    private static void Set(Step step, SlotName slot, Capability? capability)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(slot.Domain);
        step.Put(
            domain with { Slots = domain.Slots.SetItem((int)slot.Selector, capability) });
    }
}
