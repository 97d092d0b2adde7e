// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Interrupts;

/// <summary>Physical interrupts: from the device's signal to the semaphore or virtual CPU that
/// they are bound to. A line that is bound to nobody, or whose last delivery was not yet
/// acknowledged, stays pending.</summary>
internal static class InterruptLines
{
    /// <summary>A device signals.</summary>
    internal static void Raise(Step step, InterruptLine line) =>
        Change(step, line with { IsRaised = true, IsLatched = true });

    /// <summary>Every device signals.</summary>
    internal static void RaiseAll(Step step)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is InterruptLine line) Raise(step, line);
        }
    }

    /// <summary>A device is satisfied.</summary>
    internal static void Lower(Step step, InterruptLine line) =>
        step.Put(line with { IsRaised = false });

    /// <summary>Says whom a line reaches.</summary>
    internal static void Bind(
        Step step, InterruptLine line, ObjectId target, uint virtualId) =>
        Change(step, line with { Target = target, VirtualId = virtualId });

    /// <summary>The delivery was handled: the next may come.</summary>
    internal static void End(Step step, ObjectId id)
    {
        if (step.Find<InterruptLine>(id) is not { } line) return;
        Change(step, line with { IsActive = false });
    }

    /// <summary>Delivers the interrupt of lowest number that can be, if there is one.</summary>
    internal static bool DeliverNext(Step step)
    {
        if (!step.State.HasNews) return false;
        InterruptLine? next = null;
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is not InterruptLine { IsActive: false, IsPending: true } line) continue;
            if (line.Target.IsNone || line.Number > next?.Number) continue;
            next = line;
        }
        if (next is null) step.State = step.State with { HasNews = false };
        else Deliver(step, next);
        return next is not null;
    }

    /// <summary>The target of lines goes away.</summary>
    internal static void Unbind(Step step, ObjectId target)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is not InterruptLine line || line.Target != target) continue;
            step.Put(line with { Target = ObjectId.None, VirtualId = 0, IsActive = false });
        }
    }

    /// <summary>The line that makes a virtual interrupt pending, and whose delivery the guest's
    /// end of that interrupt ends.</summary>
    internal static InterruptLine? BoundTo(Step step, ObjectId vcpu, uint virtualId)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is InterruptLine line && line.Target == vcpu && line.VirtualId == virtualId)
            {
                return line;
            }
        }
        return null;
    }

    private static void Change(Step step, InterruptLine line)
    {
        step.Put(line);
        step.State = step.State with { HasNews = true };
    }

    private static void Deliver(Step step, InterruptLine line)
    {
        step.Put(line with { IsLatched = false, IsActive = true });
        if (step.Find<Semaphore>(line.Target) is { } semaphore)
        {
            WaitQueue.Raise(step, semaphore.Id);
            return;
        }
        VirtualInterrupts.Pend(step, line.Target, line.VirtualId);
    }
}
