// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Communication;

/// <summary>Threads that wait for semaphores, longest first.</summary>
internal static class WaitQueue
{
    /// <summary>Raises a semaphore: the longest waiter goes on, or the count grows.</summary>
    internal static Reason Raise(Step step, ObjectId id)
    {
        Semaphore semaphore = step.Get<Semaphore>(id);
        if (!semaphore.Waiters.IsEmpty)
        {
            Answer(step, semaphore.Waiters[0], ResultCode.Success, 1);
            return Reason.None;
        }
        if (semaphore.Count == Semaphore.CountMax) return Reason.CounterFull;
        step.Put(semaphore with { Count = semaphore.Count + 1 });
        return Reason.None;
    }

    /// <summary>A thread begins to wait.</summary>
    internal static void Enter(
        Step step, NativeThread thread, Semaphore semaphore, ulong deadlineTicks)
    {
        step.Put(semaphore with { Waiters = semaphore.Waiters.Add(thread.Id) });
        step.Put(thread with { Activity = Activity.Waiting, Partner = semaphore.Id });
        step.MustChoose = true;
        if (deadlineTicks != ulong.MaxValue) Deadlines.Set(step, deadlineTicks, thread.Id);
    }

    /// <summary>A thread's deadline has come.</summary>
    internal static void Expire(Step step, ObjectId thread) =>
        Answer(step, thread, Refusal.Because(Reason.DeadlinePassed), 0);

    /// <summary>The semaphore goes away.</summary>
    internal static void Abort(Step step, ObjectId id)
    {
        foreach (ObjectId waiter in step.Get<Semaphore>(id).Waiters)
        {
            Answer(step, waiter, Refusal.Because(Reason.SemaphoreGone), 0);
        }
    }

    /// <summary>A waiting context is no longer interested.</summary>
    internal static void Leave(Step step, ExecutionContext context)
    {
        Semaphore semaphore = step.Get<Semaphore>(context.Partner);
        step.Put(semaphore with { Waiters = semaphore.Waiters.Remove(context.Id) });
        Deadlines.Cancel(step, context.Id);
    }

    private static void Answer(Step step, ObjectId id, ResultCode code, ulong count)
    {
        ExecutionContext thread = step.Get<ExecutionContext>(id);
        Leave(step, thread);
        Contexts.MakeReady(step, thread);
        if (code.IsSuccess) step.Deliver(id, code.Value, count);
        else step.Deliver(id, code.Value);
    }
}
