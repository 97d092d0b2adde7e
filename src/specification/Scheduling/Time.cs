// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Virtualization;

namespace Bulkhead.Specification.Scheduling;

/// <summary>Time: deadlines pass, budgets end, guests' timers expire.</summary>
internal static class Time
{
    /// <summary>Lets time pass, with everything that is due on the way.</summary>
    internal static void Pass(Step step, ulong toTicks)
    {
        for (ulong next = Next(step); next <= toTicks; next = Next(step))
        {
            ulong now = Math.Max(next, step.State.NowTicks);
            step.State = step.State with { NowTicks = now };
            Happen(step, now);
            Scheduler.Settle(step, isInterrupted: true);
        }
        step.State = step.State with { NowTicks = toTicks };
    }

    private static ulong Next(Step step)
    {
        SpecificationState state = step.State;
        ulong next = Math.Min(Accounts.EndTicks(state), GuestTimers.NextTicks(state));
        return state.Deadlines.IsEmpty ? next : Math.Min(next, state.Deadlines[0].Ticks);
    }

    private static void Happen(Step step, ulong now)
    {
        int count = 0;
        while (!step.State.Deadlines.IsEmpty && step.State.Deadlines[0].Ticks <= now)
        {
            ObjectId subject = step.State.Deadlines[0].Subject;
            step.State = step.State with { Deadlines = step.State.Deadlines.RemoveAt(0) };
            Expire(step, step.State.Get<KernelObject>(subject));
            if (++count > 1) step.IsOrderFree = true;
        }
    }

    private static void Expire(Step step, KernelObject subject)
    {
        switch (subject)
        {
            case NativeThread thread:
                WaitQueue.Expire(step, thread.Id);
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
