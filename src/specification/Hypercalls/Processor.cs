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
        Scheduler.Yield(request.Step);
        return Answer.Done;
    }

    internal static Answer CreateSchedulingContext(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.NewSlot(0, out SlotName slot);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = request.Find(1, Rights.ContextControl, out ExecutionContext context);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request[2] > byte.MaxValue) return Answer.Refused(Reason.BadPriority);
        if (request[4] != 0 && request[3] > request[4])
        {
            return Answer.Refused(Reason.BudgetExceedsPeriod);
        }
        if (!context.SchedulingContext.IsNone || context is NativeThread { IsServer: true })
        {
            return Answer.Refused(Reason.ContextScheduled);
        }
        reason = Quotas.Check(request.Domain, 1);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (step.State.Usage.SchedulingContexts
            >= step.State.Capacities.SchedulingContextsMax)
        {
            return Answer.Refused(Reason.PoolExhausted);
        }
        SchedulingContext scheduling = new(
            Quotas.NextName(step), context.Id, (byte)request[2], request[3], request[4])
        {
            RemainingTicks = request[3],
            PeriodEndTicks = request[4] == 0 ? 0 : step.State.NowTicks + request[4],
        };
        Quotas.Add(
            step, scheduling, request.Caller.Domain, slot, Rights.SchedulingControl);
        step.Put(
            step.Get<ExecutionContext>(context.Id) with { SchedulingContext = scheduling.Id });
        Scheduler.Enqueue(step, scheduling.Id);
        return Answer.Done;
    }
}
