// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Memory;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Capabilities;

/// <summary>The end of objects: nobody has a capability to them any more.</summary>
internal static class Destruction
{
    internal static void Destroy(Step step, KernelObject item)
    {
        switch (item)
        {
            case ProtectionDomain domain:
                Empty(step, domain);
                break;
            case ExecutionContext context:
                Contexts.Stop(step, context.Id);
                Forget(step, context.Id);
                break;
            case SchedulingContext scheduling:
                Scheduler.Remove(step, scheduling);
                break;
            case Semaphore semaphore:
                WaitQueue.Abort(step, semaphore.Id);
                InterruptLines.Unbind(step, semaphore.Id);
                break;
            case InterruptLine line:
                InterruptLines.Close(step, line.Id);
                break;
        }
        Quotas.GiveBack(step, step.Get<KernelObject>(item.Id));
        step.State = step.State with { Objects = step.State.Objects.Remove(item.Id) };
    }

    // A domain ends with its threads and virtual CPUs, its capabilities and its mappings.
    private static void Empty(Step step, ProtectionDomain domain)
    {
        foreach (KernelObject item in step.State.Objects.Values.OrderBy(item => item.Id.Value))
        {
            if (item is ExecutionContext context && context.Domain == domain.Id)
            {
                Revocation.RemoveTree(step, context.First);
            }
        }
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            Revocation.RemoveTree(step, new SlotName(domain.Id, selector));
        }
        AddressSpace.Clear(step, domain.Id);
    }

    // What a context leaves behind: its message page, interrupts bound to it, and a scheduling
    // context that leads nowhere.
    private static void Forget(Step step, ObjectId id)
    {
        ExecutionContext context = step.Get<ExecutionContext>(id);
        if (step.Find<SchedulingContext>(context.SchedulingContext) is { } scheduling)
        {
            Revocation.RemoveTree(step, scheduling.First);
        }
        if (context is NativeThread) AddressSpace.RemoveUtcb(step, context.Domain, id);
        else InterruptLines.Unbind(step, id);
    }
}
