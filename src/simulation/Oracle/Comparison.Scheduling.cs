// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Specification;
using Bulkhead.Specification.Scheduling;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <content>Who competes for the processor, and what everybody does.</content>
internal sealed partial class Comparison
{
    /// <summary>Windows, turns, budgets, activities, waiters.</summary>
    internal void Scheduling(SpecificationState state)
    {
        CompareFrame(state);
        CompareTurns(state);
        foreach (Spec.KernelObject item in state.Objects.Values)
        {
            switch (item)
            {
                case Spec.ExecutionContext context:
                    CompareContext(context);
                    break;
                case Spec.SchedulingContext scheduling:
                    CompareTime(state, scheduling);
                    break;
                case Spec.Semaphore semaphore:
                    CompareSemaphore(semaphore);
                    break;
            }
        }
    }

    private void CompareTurns(SpecificationState state)
    {
        Same("turns", string.Join(' ', state.Ready), string.Join(' ', Turns()));
    }

    private void CompareContext(Spec.ExecutionContext context)
    {
        ref ExecutionContext row = ref names.RowOf<ExecutionContext>(context.Id).In(ref Kernel);
        Same($"activity of {context.Id}", StateOf(context.Activity), row.State);
        bool isCalling = context.Activity is Spec.Activity.Calling or Spec.Activity.Helping;
        if (isCalling)
        {
            Same($"partner of {context.Id}", context.Partner, names.NameOf(row.Partner.Offset));
        }
        Same(
            $"scheduling context of {context.Id}", context.SchedulingContext,
            names.NameOf(row.Scheduling.Offset));
        if (context is Spec.NativeThread thread)
        {
            Same($"caller of {context.Id}", thread.Caller, names.NameOf(row.Caller.Offset));
        }
    }

    private static ContextState StateOf(Spec.Activity activity) => activity switch
    {
        Spec.Activity.Ready => ContextState.Ready,
        Spec.Activity.Idle => ContextState.Idle,
        Spec.Activity.Waiting => ContextState.Waiting,
        Spec.Activity.Calling => ContextState.Calling,
        Spec.Activity.Helping => ContextState.Helping,
        Spec.Activity.Halted => ContextState.Halted,
        _ => ContextState.Off,
    };

    private void CompareTime(SpecificationState state, Spec.SchedulingContext scheduling)
    {
        ref SchedulingContext row =
            ref names.RowOf<SchedulingContext>(scheduling.Id).In(ref Kernel);
        Same($"priority of {scheduling.Id}", scheduling.Priority, row.Priority);
        Same($"time partition of {scheduling.Id}", scheduling.TimePartition, row.TimePartition);
        Same(
            $"run queue of {scheduling.Id}", QueueOf(scheduling.TimePartition).Offset,
            row.Queue.Offset);
        // Both charge the one that pays when they must decide, but not at the same moments.
        ref Kernel.Scheduling.Cpu cpu = ref Kernel.Cpus[0];
        bool isPayer = state.Payer == scheduling.Id;
        Same(
            $"time consumed by {scheduling.Id}", Accounts.Consumed(state, scheduling),
            row.ConsumedTicks + (isPayer ? state.NowTicks - cpu.ChargedUntil : 0));
        if (!isPayer)
        {
            Same($"overruns of {scheduling.Id}", scheduling.OverrunCount, row.OverrunCount);
        }
        Same(
            $"semaphore of {scheduling.Id}'s overruns", scheduling.Overrun,
            names.NameOf(row.Overrun.Offset));
        if (!scheduling.IsLimited) return;
        Same(
            $"budget left of {scheduling.Id}",
            Left(
                scheduling, scheduling.RemainingTicks, scheduling.PeriodStartTicks,
                state.NowTicks, isPayer ? state.ChargedTicks : state.NowTicks),
            Left(
                scheduling, row.RemainingTicks, row.PeriodStart, state.NowTicks,
                isPayer ? cpu.ChargedUntil : state.NowTicks));
    }

    // What would be left if it were charged now.
    private static ulong Left(
        Spec.SchedulingContext scheduling, ulong left, ulong start, ulong now, ulong charged)
    {
        ulong used = now - charged;
        if (scheduling.PeriodTicks != 0 && now - start >= scheduling.PeriodTicks && used != 0)
        {
            left = scheduling.BudgetTicks;
            used = Math.Min(used, (now - start) % scheduling.PeriodTicks);
        }
        return left - Math.Min(left, used);
    }

    private uint Rows(ObjectId id) => names.RowOf<ObjectHeader>(id).Offset;

    private void CompareSemaphore(Spec.Semaphore semaphore)
    {
        ref Semaphore row = ref names.RowOf<Semaphore>(semaphore.Id).In(ref Kernel);
        Same($"count of {semaphore.Id}", semaphore.Count, row.Count);
        Link<ExecutionContext> at = row.FirstWaiter;
        foreach (ObjectId waiter in semaphore.Waiters)
        {
            Same($"waiter of {semaphore.Id}", waiter, names.NameOf(at.Offset));
            at = at.In(ref Kernel).NextWaiter;
        }
        Same($"last waiter of {semaphore.Id}", ObjectId.None, names.NameOf(at.Offset));
    }
}
