// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Capabilities;

/// <summary>Taking capabilities back. The derivation forest is taken down from its leaves; an
/// object goes with its first capability, and with a domain goes its whole capability
/// space.</summary>
internal static class Revocation
{
    /// <summary>Takes back everything derived from a capability.</summary>
    internal static void RevokeChildren(Step step, SlotName slot)
    {
        while (step.State.At(slot) is { Children.IsEmpty: false } capability)
        {
            RemoveTree(step, capability.Children[^1]);
        }
    }

    /// <summary>Takes back a capability and everything derived from it.</summary>
    internal static void RemoveTree(Step step, SlotName slot)
    {
        RevokeChildren(step, slot);
        if (step.State.At(slot) is not { } capability) return;
        AddressSpace.RemoveFrom(step, slot);
        Space.Remove(step, slot);
        if (step.Find<KernelObject>(capability.Target) is { } item && item.First == slot)
        {
            Destruction.Destroy(step, item);
        }
    }
}
