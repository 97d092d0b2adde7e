// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Looking up, filling and clearing slots of capability spaces.</summary>
public static class CapabilitySpace
{
    /// <summary>Finds a capability with a right.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="slots">The space.</param>
    /// <param name="selector">Index in the space, any value.</param>
    /// <param name="right">One right; it implies the kind.</param>
    /// <param name="found">The capability; none on refusal.</param>
    /// <returns>Success, or why not.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ResultCode Find(
        ref KernelState state,
        Run<Capability> slots,
        ulong selector,
        Rights right,
        out Link<Capability> found) => FindInline(ref state, slots, selector, right, out found);

    /// <summary><see cref="Find"/> for hot ways, without a call.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="slots">The space.</param>
    /// <param name="selector">Index in the space, any value.</param>
    /// <param name="right">One right; it implies the kind.</param>
    /// <param name="found">The capability; none on refusal.</param>
    /// <returns>Success, or why not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ResultCode FindInline(
        ref KernelState state, Run<Capability> slots, ulong selector, Rights right,
        out Link<Capability> found)
    {
        found = default;
        Link<Capability> link = slots.At(selector);
        if (link.IsNone) return Outcome.Capability(Reason.SelectorOutOfRange);
        ref Capability capability = ref link.In(ref state);
        if ((capability.Rights & right) == 0)
        {
            return Outcome.Capability(capability.IsEmpty ? Reason.SlotEmpty : Reason.RightMissing);
        }
        found = link;
        return ResultCode.Success;
    }

    /// <summary>Checks that a slot can take a new capability.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="slots">The space.</param>
    /// <param name="selector">Index in the space, any value.</param>
    /// <param name="slot">The empty slot; none on refusal.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode FindEmpty(
        ref KernelState state, Run<Capability> slots, ulong selector, out Link<Capability> slot)
    {
        slot = default;
        if (selector == 0) return Outcome.Capability(Reason.SlotZero);
        Link<Capability> link = slots.At(selector);
        if (link.IsNone) return Outcome.Capability(Reason.SelectorOutOfRange);
        if (!link.In(ref state).IsEmpty) return Outcome.Busy(Reason.SlotTaken);
        slot = link;
        return ResultCode.Success;
    }

    /// <summary>Puts an object's first capability into an empty slot.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="header">The object.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="rights">Rights.</param>
    public static void InsertRoot(
        ref KernelState state, Link<Capability> slot, Link<ObjectHeader> header, ObjectKind kind,
        Rights rights)
    {
        ref ObjectHeader target = ref header.In(ref state);
        target.Kind = kind;
        target.Root = slot;
        ref Capability capability = ref slot.In(ref state);
        capability = default;
        capability.Object = header;
        capability.Kind = kind;
        capability.Rights = rights;
    }

    /// <summary>Puts a capability derived from another into an empty slot.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="parent">What it comes from.</param>
    /// <param name="rights">Rights, no more than the parent's.</param>
    public static void InsertChild(
        ref KernelState state, Link<Capability> slot, Link<Capability> parent, Rights rights)
    {
        ref Capability from = ref parent.In(ref state);
        ref Capability capability = ref slot.In(ref state);
        capability = default;
        capability.Object = from.Object;
        capability.Kind = from.Kind;
        Attach(ref state, slot, parent);
        capability.Rights = rights;
    }

    /// <summary>Hangs a capability under a parent.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="child">A capability without parent.</param>
    /// <param name="parent">The parent.</param>
    public static void Attach(
        ref KernelState state, Link<Capability> child, Link<Capability> parent)
    {
        ref Capability from = ref parent.In(ref state);
        ref Capability capability = ref child.In(ref state);
        capability.Parent = parent;
        capability.Next = from.FirstChild;
        if (!from.FirstChild.IsNone) from.FirstChild.In(ref state).Previous = child;
        from.FirstChild = child;
    }

    /// <summary>Takes a capability with all that was derived from it out of the tree.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The capability; it must be hung under a parent again, or end.</param>
    public static void Detach(ref KernelState state, Link<Capability> link)
    {
        ref Capability capability = ref link.In(ref state);
        if (!capability.Next.IsNone) capability.Next.In(ref state).Previous = capability.Previous;
        if (!capability.Previous.IsNone) capability.Previous.In(ref state).Next = capability.Next;
        else if (!capability.Parent.IsNone) capability.Parent.In(ref state).FirstChild =
            capability.Next;
        capability.Previous = default;
    }

    /// <summary>Takes a capability without children out of the tree and empties its slot.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="link">The capability.</param>
    public static void Clear(ref KernelState state, Link<Capability> link)
    {
        Detach(ref state, link);
        link.In(ref state) = default;
    }
}
