// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Replay;

/// <summary>Selectors of the running thread's capability space, to draw sensible arguments
/// from.</summary>
/// <param name="world">The world.</param>
/// <param name="random">Random numbers.</param>
internal sealed class CapabilityView(ReplayWorld world, TraceRandom random)
{
    /// <summary>A selector that holds a kind of object; any selector when there is none.</summary>
    internal ulong Any(ObjectKind kind) => Find(capability => capability.Kind == kind);

    /// <summary>A selector with a right; any selector when there is none.</summary>
    internal ulong With(Rights right) => Find(capability => (capability.Rights & right) != 0);

    /// <summary>A selector of a virtual CPU; any selector when there is none.</summary>
    internal ulong Vcpu() => Find(capability =>
        capability.Kind == ObjectKind.ExecutionContext
        && capability.Object.Reinterpret<ExecutionContext>().In(ref world.State).IsVcpu);

    /// <summary>A selector that holds anything.</summary>
    internal ulong Taken() => Find(capability => !capability.IsEmpty);

    /// <summary>A selector that is empty in a domain's space.</summary>
    internal ulong Free(Run<Capability> slots)
    {
        ulong selector = 8 + (ulong)random.Below(Limits.SelectorsMax - 8);
        for (int count = 0; count < Limits.SelectorsMax; count++)
        {
            ulong at = (selector + (ulong)count) % Limits.SelectorsMax;
            if (at != 0 && slots.At(at).In(ref world.State).IsEmpty) return at;
        }
        return selector;
    }

    /// <summary>An empty selector of the running thread's own space.</summary>
    internal ulong Free() => Free(Slots);

    /// <summary>An empty selector of the space of a domain that a selector names.</summary>
    internal ulong FreeIn(ulong domain)
    {
        Link<Capability> link = Slots.At(domain);
        if (link.IsNone) return Free();
        Capability capability = link.In(ref world.State);
        return capability.Kind != ObjectKind.ProtectionDomain ? Free()
            : Free(capability.Object.Reinterpret<ProtectionDomain>().In(ref world.State).Slots);
    }

    /// <summary>Rights of a selector's capability.</summary>
    internal Rights RightsOf(ulong selector)
    {
        Link<Capability> link = Slots.At(selector);
        return link.IsNone ? Rights.None : link.In(ref world.State).Rights;
    }

    private Run<Capability> Slots => world.Current.In(ref world.State).Slots;

    private ulong Find(Predicate<Capability> fits)
    {
        ulong start = random.Next();
        for (uint count = 0; count < Limits.SelectorsMax; count++)
        {
            ulong selector = (start + count) % Limits.SelectorsMax;
            if (fits(Slots.At(selector).In(ref world.State))) return selector;
        }
        return start % Limits.SelectorsMax;
    }
}
