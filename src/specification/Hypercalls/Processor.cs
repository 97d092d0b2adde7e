// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Capabilities;
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Processor time: scheduling contexts and yielding.</summary>
internal static class Processor
{
    internal static Answer Yield(in Request request)
    {
        request.Step.MustChoose = true;
        Scheduler.Rotate(request.Step, request.Step.State.Payer);
        return Answer.Done;
    }

    internal static Answer CreateSchedulingContext(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.Find(1, Rights.ContextControl, out ExecutionContext context);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (!context.SchedulingContext.IsNone || context is NativeThread { IsServer: true })
        {
            return Answer.Refused(Reason.ContextScheduled);
        }
        if (request[2] > byte.MaxValue) return Answer.Refused(Reason.BadPriority);
        reason = CheckTime(request[3], request[4]);
        if (reason != Reason.None) return Answer.Refused(reason);
        // One that no window names would never run.
        if (request[5] != 0 && !Windows.Name(step.State, request[5]))
        {
            return Answer.Refused(Reason.BadTimePartition);
        }
        reason = request.FindRaised(6, out ObjectId overrun);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = Quotas.Check(request.Domain);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (step.State.Usage.SchedulingContexts
            >= step.State.Capacities.SchedulingContextsMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        SchedulingContext scheduling = new(
            Quotas.NextName(step), context.Id, (byte)request[2], request[3], request[4],
            (byte)request[5])
        {
            RemainingTicks = request[3],
            PeriodStartTicks = step.State.NowTicks,
            Overrun = overrun,
        };
        Quotas.Add(
            step, scheduling, request.Caller.Domain, slot, Rights.SchedulingControl);
        step.Put(
            step.Get<ExecutionContext>(context.Id) with { SchedulingContext = scheduling.Id });
        Scheduler.Enqueue(step, scheduling.Id);
        return Answer.Done;
    }

    internal static Answer ConsumedTime(in Request request)
    {
        Reason reason = request.Find(
            0, Rights.SchedulingControl, out SchedulingContext scheduling);
        if (reason != Reason.None) return Answer.Refused(reason);
        ulong consumed = Accounts.Consumed(request.Step.State, scheduling);
        return Answer.With(consumed, scheduling.OverrunCount);
    }

    // A period needs a budget.
    private static Reason CheckTime(ulong budgetTicks, ulong periodTicks)
    {
        if (budgetTicks > SchedulingContext.TicksMax || periodTicks > SchedulingContext.TicksMax)
        {
            return Reason.BadArgument;
        }
        bool isPossible = periodTicks == 0 || (budgetTicks != 0 && budgetTicks <= periodTicks);
        return isPossible ? Reason.None : Reason.BudgetExceedsPeriod;
    }
}
