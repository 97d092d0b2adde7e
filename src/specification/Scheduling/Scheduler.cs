// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Hypercalls;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>
/// Who runs: the first scheduling context in the order of priorities and turns pays, and what it
/// pays for is the end of its context's chain of calls. One that is found to lead to a context that
/// cannot run stands aside there until that can.
/// </summary>
internal static class Scheduler
{
    /// <summary>Goes on after an event: with the end of the payer's chain if nothing speaks
    /// against it.</summary>
    internal static void Resume(Step step)
    {
        if (!step.MustChoose && step.Find<SchedulingContext>(step.State.Payer) is { } payer
            && Chain.End(step, payer.Context) is { Activity: Activity.Ready } end
            && end is not VirtualCpu { MustReport: true })
        {
            step.State = step.State with { Running = end.Id };
            if (end is VirtualCpu) GuestTimers.Load(step, end.Id);
            return;
        }
        Choose(step);
    }

    /// <summary>Chooses what runs. On the way, virtual CPUs report what they must before they
    /// enter their guests, and helpers whose server is free repeat their calls.</summary>
    internal static void Choose(Step step)
    {
        Accounts.Charge(step);
        step.MustChoose = false;
        while (!step.State.Ready.IsEmpty)
        {
            SchedulingContext first = step.Get<SchedulingContext>(step.State.Ready[0]);
            step.State = step.State with { Payer = first.Id };
            Accounts.RenewIfDue(step, first);
            if (!Lead(step, Chain.End(step, first.Context))) continue;
            step.MustChoose = false;
            return;
        }
        step.State = step.State with { Payer = ObjectId.None, Running = ObjectId.None };
    }

    /// <summary>Lets a scheduling context compete, behind those of its priority.</summary>
    internal static void Enqueue(Step step, ObjectId id)
    {
        SchedulingContext scheduling = step.Get<SchedulingContext>(id);
        ImmutableArray<ObjectId> ready = step.State.Ready;
        int place = ready.Length;
        while (place > 0
            && step.Get<SchedulingContext>(ready[place - 1]).Priority < scheduling.Priority)
        {
            place--;
        }
        step.State = step.State with { Ready = ready.Insert(place, id) };
        SchedulingContext? payer = step.Find<SchedulingContext>(step.State.Payer);
        step.MustChoose |= payer is null || scheduling.Priority >= payer.Priority;
    }

    /// <summary>Lets those compete again that stood aside at a context, the last that came
    /// first.</summary>
    internal static void Release(Step step, ObjectId id)
    {
        ExecutionContext context = step.Get<ExecutionContext>(id);
        if (context.Delayed.IsEmpty) return;
        step.Put(context with { Delayed = [] });
        for (int index = context.Delayed.Length - 1; index >= 0; index--)
        {
            Enqueue(step, context.Delayed[index]);
        }
    }

    /// <summary>The next of equal priority has its turn. What is left of the budget stays for the
    /// turn after.</summary>
    internal static void Rotate(Step step, ObjectId id)
    {
        if (!step.State.Ready.Contains(id)) return;
        Dequeue(step, id);
        Enqueue(step, id);
    }

    /// <summary>A scheduling context no longer competes.</summary>
    internal static void Dequeue(Step step, ObjectId id) =>
        step.State = step.State with { Ready = step.State.Ready.Remove(id) };

    /// <summary>A scheduling context is taken out wherever it is.</summary>
    internal static void Withdraw(Step step, SchedulingContext scheduling)
    {
        step.MustChoose = true;
        Dequeue(step, scheduling.Id);
        Deadlines.Cancel(step, scheduling.Id);
        if (step.State.Payer == scheduling.Id)
        {
            step.State = step.State with { Payer = ObjectId.None };
        }
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is ExecutionContext context && context.Delayed.Contains(scheduling.Id))
            {
                step.Put(context with { Delayed = context.Delayed.Remove(scheduling.Id) });
                return;
            }
        }
    }

    /// <summary>A scheduling context goes away.</summary>
    internal static void Remove(Step step, SchedulingContext scheduling)
    {
        Withdraw(step, scheduling);
        if (step.Find<ExecutionContext>(scheduling.Context) is not { } context) return;
        step.Put(context with { SchedulingContext = ObjectId.None });
    }

    // Whether the context runs; otherwise the choice begins anew.
    private static bool Lead(Step step, ExecutionContext context)
    {
        if (context.Activity == Activity.Helping)
        {
            Contexts.EndHelp(step, context);
            return false;
        }
        if (context.Activity != Activity.Ready)
        {
            ObjectId first = step.State.Ready[0];
            Dequeue(step, first);
            step.Put(context with { Delayed = context.Delayed.Add(first) });
            return false;
        }
        step.State = step.State with { Running = context.Id };
        if (context is VirtualCpu vcpu)
        {
            if (Exits.ReportPending(step, vcpu)) return false;
            GuestTimers.Load(step, vcpu.Id);
            return true;
        }
        NativeThread thread = (NativeThread)context;
        if (thread.Repeated.IsDefault) return true;
        step.Put(thread with { Repeated = default });
        HypercallTable.Execute(
            step, step.Get<NativeThread>(thread.Id), Hypercall.Call, thread.Repeated);
        return false;
    }
}
