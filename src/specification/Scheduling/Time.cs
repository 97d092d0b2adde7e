// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Interrupts;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>Time and interrupts: deadlines pass, budgets and windows end, guests' timers expire,
/// devices are heard.</summary>
internal static class Time
{
    /// <summary>Lets time pass, with everything that is due on the way.</summary>
    internal static void Pass(Step step, ulong toTicks)
    {
        TakeInterrupts(step);
        for (ulong next = Next(step); next <= toTicks; next = Next(step))
        {
            step.State = step.State with { NowTicks = Math.Max(next, step.State.NowTicks) };
            TakeInterrupts(step);
        }
        step.State = step.State with { NowTicks = toTicks };
    }

    /// <summary>Takes every interrupt that asks, one after the other: the kernel's timer, the
    /// guest's timer, then devices.</summary>
    internal static void TakeInterrupts(Step step)
    {
        while (TakeInterrupt(step))
        {
        }
    }

    /// <summary>Takes the first interrupt that asks.</summary>
    /// <returns>Whether one did.</returns>
    internal static bool TakeInterrupt(Step step)
    {
        if (IsDue(step.State)) Happen(step, step.State.NowTicks);
        else if (!GuestTimers.Check(step) && !InterruptLines.DeliverNext(step)) return false;
        Scheduler.Resume(step);
        return true;
    }

    private static bool IsDue(SpecificationState state) => Armed(state) <= state.NowTicks;

    private static ulong Armed(SpecificationState state)
    {
        ulong end = Accounts.EndTicks(state);
        return state.Deadlines.IsEmpty ? end : Math.Min(end, state.Deadlines[0].Ticks);
    }

    private static ulong Next(Step step) =>
        Math.Min(Armed(step.State), GuestTimers.NextTicks(step.State));

    private static void Happen(Step step, ulong now)
    {
        step.MustChoose = true;
        int count = 0;
        while (!step.State.Deadlines.IsEmpty && step.State.Deadlines[0].Ticks <= now)
        {
            Deadline due = step.State.Deadlines[0];
            step.State = step.State with { Deadlines = step.State.Deadlines.RemoveAt(0) };
            if (due.Subject.IsNone) Windows.End(step, due.Ticks);
            else Expire(step, step.State.Get<KernelObject>(due.Subject));
            if (++count > 1) step.IsOrderFree = true;
        }
    }

    private static void Expire(Step step, KernelObject subject)
    {
        switch (subject)
        {
            case NativeThread { Activity: Activity.Waiting } thread:
                WaitQueue.Expire(step, thread.Id);
                break;
            case NativeThread thread:
                Contexts.TimeOut(step, thread);
                break;
            case VirtualCpu vcpu:
                Contexts.MakeReady(step, vcpu);
                break;
            case SchedulingContext scheduling:
                Accounts.Replenish(step, scheduling);
                break;
        }
    }
}
