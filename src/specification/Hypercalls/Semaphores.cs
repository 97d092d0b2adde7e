// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Communication;
using Bulkhead.Specification.Objects;

namespace Bulkhead.Specification.Hypercalls;

/// <summary>Raising semaphores and waiting for them.</summary>
internal static class Semaphores
{
    private const ulong NoWait = 0;

    internal static Answer Up(in Request request)
    {
        Reason reason = request.Find(0, Rights.SemaphoreUp, out Semaphore semaphore);
        if (reason != Reason.None) return Answer.Refused(reason);
        reason = WaitQueue.Raise(request.Step, semaphore.Id);
        return reason == Reason.None ? Answer.Done : Answer.Refused(reason);
    }

    internal static Answer Down(in Request request)
    {
        Step step = request.Step;
        Reason reason = request.Find(0, Rights.SemaphoreDown, out Semaphore semaphore);
        if (reason != Reason.None) return Answer.Refused(reason);
        if (request[2] > 1) return Answer.Refused(Reason.BadArgument);
        bool takesAll = request[2] == 1;
        if (semaphore.Count > 0)
        {
            ulong taken = takesAll ? semaphore.Count : 1;
            step.Put(semaphore with { Count = semaphore.Count - taken });
            return Answer.With(taken);
        }
        if (request[1] == NoWait || request[1] <= step.State.NowTicks)
        {
            return Answer.Refused(Reason.DeadlinePassed);
        }
        WaitQueue.Enter(step, request.Caller, semaphore, request[1]);
        return Answer.Later;
    }
}
