// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Capabilities;

/// <summary>Who pays for kernel objects, and how many there may be.</summary>
internal static class Quotas
{
    /// <summary>Whether a domain may pay for another object.</summary>
    internal static Reason Check(ProtectionDomain payer) =>
        payer.ObjectsLeft > 0 ? Reason.None : Reason.ObjectQuota;

    /// <summary>Adds a new object that a domain pays for, with its first capability.</summary>
    /// <remarks>The object's payer and first slot are set here.</remarks>
    internal static void Add(
        Step step, KernelObject item, ObjectId payer, SlotName slot, Rights rights,
        SlotName parent = default)
    {
        ProtectionDomain domain = step.Get<ProtectionDomain>(payer);
        step.Put(domain with { ObjectsLeft = domain.ObjectsLeft - 1 });
        Register(step, item with { First = slot }, payer);
        Space.Insert(step, slot, item.Id, rights, parent);
    }

    /// <summary>Counts a new object.</summary>
    internal static void Register(Step step, KernelObject item, ObjectId payer)
    {
        step.Put(item with { Payer = payer });
        step.State = step.State with
        {
            LastName = item.Id.Value,
            Usage = Count(step.State.Usage, item, 1),
        };
    }

    /// <summary>The name of the next new object.</summary>
    internal static ObjectId NextName(Step step) => new(step.State.LastName + 1);

    /// <summary>Returns what a dying object cost to its payer, if that still exists.</summary>
    internal static void GiveBack(Step step, KernelObject item)
    {
        step.State = step.State with { Usage = Count(step.State.Usage, item, -1) };
        if (step.Find<ProtectionDomain>(item.Payer) is not { } payer) return;
        step.Put(payer with { ObjectsLeft = payer.ObjectsLeft + 1 });
    }

    private static Usage Count(Usage usage, KernelObject item, int change) => item switch
    {
        ProtectionDomain => usage with { Domains = usage.Domains + change },
        NativeThread => usage with { Threads = usage.Threads + change },
        VirtualCpu => usage with { Vcpus = usage.Vcpus + change },
        SchedulingContext => usage with
        {
            SchedulingContexts = usage.SchedulingContexts + change,
        },
        Portal => usage with { Portals = usage.Portals + change },
        Semaphore => usage with { Semaphores = usage.Semaphores + change },
        MemorySegment => usage with { Segments = usage.Segments + change },
        _ => usage,
    };
}
