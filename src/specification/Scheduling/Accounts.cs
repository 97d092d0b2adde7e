// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Scheduling;

/// <summary>
/// Accounting of processor time. A budget without a period is a turn: at its end the next of equal
/// priority in its time partition has its own; who is alone there is not interrupted. A budget
/// with a period is a limit, filled up when a period begins; reaching it is an overrun, which is
/// counted and told.
/// </summary>
internal static class Accounts
{
    /// <summary>When the payer's budget ends, in ticks; all ones: never.</summary>
    internal static ulong EndTicks(SpecificationState state)
    {
        if (state.Payer.IsNone) return ulong.MaxValue;
        SchedulingContext payer = state.Get<SchedulingContext>(state.Payer);
        bool isWatched = payer.IsLimited && (payer.PeriodTicks != 0 || !IsAlone(state, payer));
        return isWatched ? state.ChargedTicks + payer.RemainingTicks : ulong.MaxValue;
    }

    /// <summary>Charges the payer with the time since it was last charged. One whose budget is
    /// used up has no more turn, or waits for its next period.</summary>
    internal static void Charge(Step step)
    {
        SpecificationState state = step.State;
        ulong used = state.NowTicks - state.ChargedTicks;
        SchedulingContext? payer = Close(step);
        if (payer is { IsLimited: true })
        {
            payer = RenewedIfDue(payer, state.NowTicks);
            if (payer.PeriodTicks != 0)
            {
                used = Math.Min(used, state.NowTicks - payer.PeriodStartTicks);
            }
            ulong left = payer.RemainingTicks - Math.Min(used, payer.RemainingTicks);
            payer = payer with { RemainingTicks = left };
            step.Put(payer);
        }
        step.State = step.State with { ChargedTicks = state.NowTicks };
        if (payer is { IsLimited: true, RemainingTicks: 0 }) Deplete(step, payer);
    }

    /// <summary>Counts the time since the payer was last charged as consumed.</summary>
    /// <returns>The payer, if there is one.</returns>
    internal static SchedulingContext? Close(Step step)
    {
        if (step.Find<SchedulingContext>(step.State.Payer) is not { } payer) return null;
        payer = payer with { ConsumedTicks = Consumed(step.State, payer) };
        step.Put(payer);
        return payer;
    }

    /// <summary>What a scheduling context has consumed until now, in ticks.</summary>
    internal static ulong Consumed(SpecificationState state, SchedulingContext scheduling)
    {
        bool isPayer = scheduling.Id == state.Payer;
        return scheduling.ConsumedTicks + (isPayer ? state.NowTicks - state.ChargedTicks : 0);
    }

    /// <summary>Fills the budget up if a period began.</summary>
    internal static void RenewIfDue(Step step, SchedulingContext scheduling)
    {
        SchedulingContext renewed = RenewedIfDue(scheduling, step.State.NowTicks);
        if (!ReferenceEquals(renewed, scheduling)) step.Put(renewed);
    }

    /// <summary>A used-up budget is filled up: its owner competes again.</summary>
    internal static void Replenish(Step step, SchedulingContext scheduling)
    {
        step.Put(RenewedIfDue(scheduling, step.State.NowTicks));
        Scheduler.Enqueue(step, scheduling.Id);
    }

    /// <summary>Overruns are not told to a semaphore any more.</summary>
    internal static void Forget(Step step, ObjectId semaphore)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is SchedulingContext scheduling && scheduling.Overrun == semaphore)
            {
                step.Put(scheduling with { Overrun = ObjectId.None });
            }
        }
    }

    private static SchedulingContext RenewedIfDue(SchedulingContext scheduling, ulong now)
    {
        ulong period = scheduling.PeriodTicks;
        if (period == 0 || now - scheduling.PeriodStartTicks < period) return scheduling;
        return scheduling with
        {
            RemainingTicks = scheduling.BudgetTicks,
            PeriodStartTicks = now - (now - scheduling.PeriodStartTicks) % period,
        };
    }

    private static void Deplete(Step step, SchedulingContext payer)
    {
        if (payer.PeriodTicks == 0)
        {
            step.Put(payer with { RemainingTicks = payer.BudgetTicks });
            Scheduler.Rotate(step, payer.Id);
            return;
        }
        if (!step.State.Ready.Contains(payer.Id)) return;
        step.Put(payer with { OverrunCount = payer.OverrunCount + 1 });
        Scheduler.Dequeue(step, payer.Id);
        Deadlines.Set(step, payer.PeriodStartTicks + payer.PeriodTicks, payer.Id);
        // A count that is full stays as it is.
        if (!payer.Overrun.IsNone) WaitQueue.Raise(step, payer.Overrun);
    }

    private static bool IsAlone(SpecificationState state, SchedulingContext payer)
    {
        foreach (ObjectId id in state.Ready)
        {
            if (id == payer.Id) continue;
            SchedulingContext other = state.Get<SchedulingContext>(id);
            bool isEqual = other.Priority == payer.Priority
                && other.TimePartition == payer.TimePartition;
            if (isEqual) return false;
        }
        return true;
    }
}
