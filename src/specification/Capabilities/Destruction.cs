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
                AddressSpace.Clear(step, domain.Id);
                step.Put(step.Get<ProtectionDomain>(domain.Id) with { IsDying = true });
                step.IsOrderFree = true;
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
                Windows.Forget(step, semaphore.Id);
                Accounts.Forget(step, semaphore.Id);
                break;
        }
        Quotas.GiveBack(step, step.Get<KernelObject>(item.Id));
        if (item is not ProtectionDomain) Remove(step, item.Id);
    }

    /// <summary>A domain that ended takes with it its capability space, its threads and virtual
    /// CPUs, and the domains that it pays for. The order among them is not specified.</summary>
    internal static void FinishDomains(Step step)
    {
        if (!step.IsOrderFree) return;
        while (FindDying(step) is { } domain)
        {
            for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
            {
                Revocation.RemoveTree(step, new SlotName(domain.Id, selector));
            }
            foreach (KernelObject item in step.State.Objects.Values.OrderBy(item => item.Id.Value))
            {
                bool belongs = item is ExecutionContext context
                    ? context.Domain == domain.Id
                    : item is ProtectionDomain { IsDying: false } && item.Payer == domain.Id;
                if (belongs) Revocation.RemoveTree(step, item.First);
            }
            // The root table.
            TablePages.Use(step, domain.Id, -1);
            Remove(step, domain.Id);
        }
    }

    private static ProtectionDomain? FindDying(Step step)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is ProtectionDomain { IsDying: true } domain) return domain;
        }
        return null;
    }

    private static void Remove(Step step, ObjectId id) =>
        step.State = step.State with { Objects = step.State.Objects.Remove(id) };

    // What a context leaves behind: its message page, interrupts bound to it, and a scheduling
    // context that leads nowhere.
    private static void Forget(Step step, ObjectId id)
    {
        ExecutionContext context = step.Get<ExecutionContext>(id);
        if (step.Find<SchedulingContext>(context.SchedulingContext) is { } scheduling)
        {
            Scheduler.Withdraw(step, scheduling);
            scheduling = step.Get<SchedulingContext>(scheduling.Id);
            step.Put(scheduling with { Context = ObjectId.None });
        }
        if (step.State.LoadedVcpu == id) step.State = step.State with { LoadedVcpu = default };
        if (context is NativeThread) AddressSpace.RemoveUtcb(step, context.Domain, id);
        else InterruptLines.Unbind(step, id);
    }
}
