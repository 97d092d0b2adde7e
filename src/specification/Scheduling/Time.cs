// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>Time: it is charged to who pays, budgets end and are filled up, deadlines
/// pass.</summary>
internal static class Time
{
    /// <summary>Lets time pass, with everything that is due on the way.</summary>
    internal static void Pass(Step step, ulong toTicks)
    {
        for (ulong next = Next(step); next <= toTicks; next = Next(step))
        {
            Charge(step, Math.Max(next, step.State.NowTicks));
            Happen(step);
            Scheduler.Choose(step);
        }
        Charge(step, toTicks);
    }

    private static SchedulingContext? Payer(Step step) =>
        step.State.Running.IsNone || step.State.Ready.IsEmpty
            ? null
            : step.Get<SchedulingContext>(step.State.Ready[0]);

    private static ulong Next(Step step)
    {
        ulong next = step.State.Deadlines.IsEmpty
            ? ulong.MaxValue
            : step.State.Deadlines[0].Ticks;
        if (Payer(step) is { IsLimited: true } payer)
        {
            next = Math.Min(next, step.State.NowTicks + payer.RemainingTicks);
            if (payer.PeriodTicks != 0) next = Math.Min(next, payer.PeriodEndTicks);
        }
        return next;
    }

    private static void Charge(Step step, ulong toTicks)
    {
        ulong ticks = toTicks - step.State.NowTicks;
        if (Payer(step) is { IsLimited: true } payer)
        {
            step.Put(payer with { RemainingTicks = payer.RemainingTicks - ticks });
        }
        step.State = step.State with { NowTicks = toTicks };
    }

    private static void Happen(Step step)
    {
        if (Payer(step) is { IsLimited: true } payer) Renew(step, payer);
        while (!step.State.Deadlines.IsEmpty
            && step.State.Deadlines[0].Ticks <= step.State.NowTicks)
        {
            ObjectId subject = step.State.Deadlines[0].Subject;
            step.State = step.State with { Deadlines = step.State.Deadlines.RemoveAt(0) };
            Expire(step, step.State.Get<KernelObject>(subject));
        }
    }

    private static void Renew(Step step, SchedulingContext payer)
    {
        if (payer.PeriodTicks == 0)
        {
            if (payer.RemainingTicks != 0) return;
            Scheduler.Yield(step);
        }
        else if (payer.PeriodEndTicks <= step.State.NowTicks)
        {
            step.Put(Fill(step, payer));
        }
        else if (payer.RemainingTicks == 0)
        {
            Scheduler.Dequeue(step, payer.Id);
            Deadlines.Set(step, payer.PeriodEndTicks, payer.Id);
        }
    }

    private static SchedulingContext Fill(Step step, SchedulingContext scheduling)
    {
        ulong late = step.State.NowTicks - scheduling.PeriodEndTicks;
        ulong periods = late / scheduling.PeriodTicks + 1;
        return scheduling with
        {
            RemainingTicks = scheduling.BudgetTicks,
            PeriodEndTicks = scheduling.PeriodEndTicks + periods * scheduling.PeriodTicks,
        };
    }

    private static void Expire(Step step, KernelObject subject)
    {
        switch (subject)
        {
            case NativeThread thread:
                WaitQueue.Expire(step, thread.Id);
                break;
            case VirtualCpu vcpu:
                GuestTimers.Expire(step, vcpu);
                break;
            case SchedulingContext scheduling:
                step.Put(Fill(step, scheduling));
                Scheduler.Enqueue(step, scheduling.Id);
                break;
        }
    }
}
