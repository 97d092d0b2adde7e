// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification;

/// <summary>The state after the boot: one domain, one thread, and capabilities to everything
/// there is.</summary>
public static class Boot
{
    /// <summary>Makes the state in which the partition manager executes its first
    /// instruction.</summary>
    /// <param name="capacities">The kernel's capacities.</param>
    /// <param name="description">What the manager has.</param>
    /// <returns>The state.</returns>
    public static SpecificationState Create(
        Capacities capacities, BootDescription description)
    {
        Step step = new(new SpecificationState { Capacities = capacities });
        ObjectId domain = AddDomain(step, description);
        Add(step, domain, new SystemObject(Quotas.NextName(step)), BootLayout.System,
            Rights.SystemAll);
        for (int index = 0; index < description.Segments.Length; index++)
        {
            BootSegment segment = description.Segments[index];
            Add(
                step, domain,
                new MemorySegment(
                    Quotas.NextName(step), segment.HostAddress, segment.Bytes, segment.IsDevice),
                BootLayout.Segments + (uint)index, segment.Rights);
        }
        for (int index = 0; index < description.Interrupts.Length; index++)
        {
            BootInterrupt interrupt = description.Interrupts[index];
            Add(
                step, domain,
                new InterruptLine(Quotas.NextName(step), interrupt.Number, interrupt.IsEdge),
                BootLayout.Interrupts + (uint)index, Rights.InterruptBind);
        }
        AddThread(step, domain, description);
        Scheduler.Choose(step);
        return step.State;
    }

    private static ObjectId AddDomain(Step step, BootDescription description)
    {
        ProtectionDomain domain = new(Quotas.NextName(step))
        {
            ObjectsLeft = description.Objects,
            TablePagesQuota = description.TablePages,
        };
        step.Put(domain);
        Quotas.Register(step, domain, ObjectId.None);
        TablePages.Use(step, domain.Id, 1);
        Hold(step, domain.Id, domain.Id, BootLayout.OwnDomain, Rights.DomainAll);
        return domain.Id;
    }

    private static void Add(
        Step step, ObjectId domain, KernelObject item, uint selector, Rights rights)
    {
        Quotas.Register(step, item, ObjectId.None);
        Hold(step, domain, item.Id, selector, rights);
    }

    private static void Hold(
        Step step, ObjectId domain, ObjectId target, uint selector, Rights rights)
    {
        SlotName slot = new(domain, selector);
        step.Put(step.Get<KernelObject>(target) with { First = slot });
        Space.Insert(step, slot, target, rights, SlotName.None);
    }

    // The manager has no capabilities to its own thread and its time: nobody can stop it.
    private static void AddThread(Step step, ObjectId domain, BootDescription description)
    {
        NativeThread thread = new(
            Quotas.NextName(step), domain, description.UtcbAddress, IsServer: false);
        Quotas.Register(step, thread, ObjectId.None);
        SchedulingContext scheduling = new(
            Quotas.NextName(step), thread.Id, description.Priority, 0, 0);
        Quotas.Register(step, scheduling, ObjectId.None);
        step.Put(thread with { SchedulingContext = scheduling.Id });
        AddressSpace.Add(
            step, domain,
            new Mapping(
                description.UtcbAddress, Limits.PageBytes, 0,
                MemoryAccess.Read | MemoryAccess.Write, false, SlotName.None, thread.Id));
        Scheduler.Enqueue(step, scheduling.Id);
    }
}
