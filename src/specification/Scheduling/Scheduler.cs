// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Hypercalls;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>
/// Who runs: of the scheduling contexts that the open window admits the first in the order of
/// priorities and turns pays, of equals the window's own. What it pays for is the end of its
/// context's chain of calls. One that is found to lead to a context that cannot run stands aside
/// there until that can.
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
        while (First(step.State) is { } first)
        {
            step.State = step.State with { Payer = first.Id };
            Accounts.RenewIfDue(step, first);
            if (!Lead(step, Chain.End(step, first.Context))) continue;
            step.MustChoose = false;
            return;
        }
        step.State = step.State with { Payer = ObjectId.None, Running = ObjectId.None };
    }

    /// <summary>Lets a scheduling context compete, behind those of its priority and time
    /// partition.</summary>
    internal static void Enqueue(Step step, ObjectId id)
    {
        SchedulingContext scheduling = step.Get<SchedulingContext>(id);
        ImmutableArray<ObjectId> ready = step.State.Ready;
        int place = ready.Length;
        while (place > 0 && IsBehind(step.Get<SchedulingContext>(ready[place - 1]), scheduling))
        {
            place--;
        }
        step.State = step.State with { Ready = ready.Insert(place, id) };
        if (!Windows.Admit(step.State, scheduling.TimePartition)) return;
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
            Accounts.Close(step);
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

    /// <summary>A scheduling context goes away. One that leads nowhere takes part in
    /// nothing.</summary>
    internal static void Remove(Step step, SchedulingContext scheduling)
    {
        if (step.Find<ExecutionContext>(scheduling.Context) is null) return;
        Withdraw(step, scheduling);
        ExecutionContext context = step.Get<ExecutionContext>(scheduling.Context);
        step.Put(context with { SchedulingContext = ObjectId.None });
    }

    private static SchedulingContext? First(SpecificationState state)
    {
        SchedulingContext? first = null;
        foreach (ObjectId id in state.Ready)
        {
            SchedulingContext next = state.Get<SchedulingContext>(id);
            if (first is not null && next.Priority < first.Priority) break;
            if (!Windows.Admit(state, next.TimePartition)) continue;
            // Of equals the background comes before others in the order, but not in time.
            bool isOwn = first is { TimePartition: 0 } && next.TimePartition != 0;
            if (first is null || isOwn) first = next;
        }
        return first;
    }

    private static bool IsBehind(SchedulingContext left, SchedulingContext right) =>
        left.Priority < right.Priority
        || (left.Priority == right.Priority && left.TimePartition > right.TimePartition);

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
            ObjectId payer = step.State.Payer;
            Dequeue(step, payer);
            step.Put(context with { Delayed = context.Delayed.Add(payer) });
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
            step, step.Get<NativeThread>(thread.Id), thread.RepeatedCall, thread.Repeated);
        return false;
    }
}
