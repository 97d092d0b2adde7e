// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Hypercalls;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>
/// Who runs: the first scheduling context in the order of priorities and turns pays, and what it
/// pays for is the end of its context's chain of calls. One that leads to a context that cannot
/// run stands aside there until that can.
/// </summary>
internal static class Scheduler
{
    /// <summary>Chooses what runs. On the way, virtual CPUs report what they must before they
    /// enter their guests, and helpers whose server is free repeat their calls.</summary>
    internal static void Choose(Step step)
    {
        while (!step.State.Ready.IsEmpty)
        {
            SchedulingContext first = step.Get<SchedulingContext>(step.State.Ready[0]);
            ExecutionContext context = Chain.End(step, first.Context);
            if (context.Activity != Activity.Ready)
            {
                StandAside(step, first.Id, context);
                continue;
            }
            step.State = step.State with { Running = context.Id };
            if (context is VirtualCpu vcpu && Exits.ReportPending(step, vcpu)) continue;
            if (context is NativeThread { Repeated.IsDefault: false } thread)
            {
                step.Put(thread with { Repeated = default });
                HypercallTable.Execute(
                    step, step.Get<NativeThread>(thread.Id), Hypercall.Call, thread.Repeated);
                continue;
            }
            return;
        }
        step.State = step.State with { Running = ObjectId.None };
    }

    /// <summary>Lets a scheduling context compete, behind those of its priority.</summary>
    internal static void Enqueue(Step step, ObjectId id)
    {
        SchedulingContext scheduling = step.Get<SchedulingContext>(id);
        if (scheduling.IsDepleted) return;
        ImmutableArray<ObjectId> ready = step.State.Ready;
        int place = ready.Length;
        while (place > 0
            && step.Get<SchedulingContext>(ready[place - 1]).Priority < scheduling.Priority)
        {
            place--;
        }
        step.State = step.State with { Ready = ready.Insert(place, id) };
    }

    /// <summary>Lets those scheduling contexts compete again that no longer lead to a context
    /// that cannot run.</summary>
    internal static void Reroute(Step step, ObjectId end)
    {
        ImmutableArray<ObjectId> delayed = step.Get<ExecutionContext>(end).Delayed;
        foreach (ObjectId id in delayed)
        {
            ExecutionContext now = Chain.End(step, step.Get<SchedulingContext>(id).Context);
            if (now.Id == end && now.Activity != Activity.Ready) continue;
            ExecutionContext context = step.Get<ExecutionContext>(end);
            step.Put(context with { Delayed = context.Delayed.Remove(id) });
            Enqueue(step, id);
        }
    }

    /// <summary>The one that pays gives up the rest of its round.</summary>
    internal static void Yield(Step step)
    {
        SchedulingContext first = step.Get<SchedulingContext>(step.State.Ready[0]);
        if (first.PeriodTicks == 0)
        {
            step.Put(first with { RemainingTicks = first.BudgetTicks });
        }
        Dequeue(step, first.Id);
        Enqueue(step, first.Id);
    }

    /// <summary>A scheduling context no longer competes.</summary>
    internal static void Dequeue(Step step, ObjectId id) =>
        step.State = step.State with { Ready = step.State.Ready.Remove(id) };

    /// <summary>A scheduling context goes away.</summary>
    internal static void Remove(Step step, SchedulingContext scheduling)
    {
        Dequeue(step, scheduling.Id);
        Deadlines.Cancel(step, scheduling.Id);
        ExecutionContext end = Chain.End(step, scheduling.Context);
        step.Put(end with { Delayed = end.Delayed.Remove(scheduling.Id) });
        step.Put(
            step.Get<ExecutionContext>(scheduling.Context) with
            {
                SchedulingContext = ObjectId.None,
            });
    }

    private static void StandAside(Step step, ObjectId id, ExecutionContext context)
    {
        Dequeue(step, id);
        step.Put(context with { Delayed = context.Delayed.Add(id) });
    }
}
