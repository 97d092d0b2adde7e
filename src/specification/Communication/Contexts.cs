// SPDX-License-Identifier: MIT
using Bulkhead.Specification.Objects;
using Bulkhead.Specification.Scheduling;

namespace Bulkhead.Specification.Communication;

/// <summary>Execution contexts that go on, and that stop for good.</summary>
internal static class Contexts
{
    /// <summary>Lets a context run again, whatever it was waiting for.</summary>
    internal static void MakeReady(Step step, ExecutionContext context)
    {
        Free(step, context);
        Scheduler.Release(step, context.Id);
    }

    /// <summary>Stops a context for good: who waits for it gets an answer, and it waits for
    /// nobody.</summary>
    internal static void Stop(Step step, ObjectId id)
    {
        ExecutionContext context = step.Get<ExecutionContext>(id);
        if (context.Activity == Activity.Stopped) return;
        if (context.Activity == Activity.Off)
        {
            step.Put(context with { Activity = Activity.Stopped });
            return;
        }
        // Time that went through it to the end of its chain must look for another way.
        Scheduler.Release(step, EndOfCalls(step, context));
        Leave(step, context);
        context = step.Get<ExecutionContext>(id);
        ObjectId caller = context is NativeThread server ? server.Caller : ObjectId.None;
        step.Put(Stopped(context));
        ObjectId stranded = caller.IsNone ? ObjectId.None : Abort(step, caller);
        EndAllHelp(step, id);
        Scheduler.Release(step, id);
        step.MustChoose = true;
        if (!stranded.IsNone) Stop(step, stranded);
    }

    /// <summary>The deadline of a thread's call has passed: it goes on without an answer, and its
    /// server has no caller any more.</summary>
    internal static void TimeOut(Step step, NativeThread thread)
    {
        Scheduler.Release(step, EndOfCalls(step, thread));
        Leave(step, thread);
        NativeThread left = step.Get<NativeThread>(thread.Id);
        MakeReady(step, left with { Repeated = default });
        step.Deliver(thread.Id, Refusal.Because(Reason.DeadlinePassed).Value);
        step.MustChoose = true;
    }

    /// <summary>A helper stands before what it wanted to do, and does it again when it
    /// runs.</summary>
    internal static void EndHelp(Step step, ExecutionContext helper)
    {
        CountHelper(step, helper.Partner, -1);
        Free(step, helper);
    }

    /// <summary>Notes that a server has a helper more or less.</summary>
    internal static void CountHelper(Step step, ObjectId id, int change)
    {
        NativeThread server = step.Get<NativeThread>(id);
        step.Put(server with { HelperCount = server.HelperCount + change });
    }

    private static void Free(Step step, ExecutionContext context)
    {
        if (context is NativeThread) Deadlines.Cancel(step, context.Id);
        step.Put(
            context with
            {
                Activity = Activity.Ready,
                Partner = ObjectId.None,
                Call = CallKind.None,
            });
    }

    private static ExecutionContext Stopped(ExecutionContext context)
    {
        context = context with
        {
            Activity = Activity.Stopped,
            Partner = ObjectId.None,
            Call = CallKind.None,
        };
        return context is NativeThread thread
            ? thread with { Caller = ObjectId.None, Repeated = default }
            : context;
    }

    private static ObjectId EndOfCalls(Step step, ExecutionContext context)
    {
        while (context.Activity is Activity.Calling or Activity.Helping)
        {
            context = step.Get<ExecutionContext>(context.Partner);
        }
        return context.Id;
    }

    // The one it waits for must not answer it any more.
    private static void Leave(Step step, ExecutionContext context)
    {
        switch (context.Activity)
        {
            case Activity.Waiting:
                WaitQueue.Leave(step, context);
                break;
            case Activity.Calling:
                if (context is NativeThread) Deadlines.Cancel(step, context.Id);
                NativeThread called = step.Get<NativeThread>(context.Partner);
                step.Put(called with { Caller = ObjectId.None });
                break;
            case Activity.Helping:
                if (context is NativeThread) Deadlines.Cancel(step, context.Id);
                CountHelper(step, context.Partner, -1);
                break;
            case Activity.Halted:
                Deadlines.Cancel(step, context.Id);
                break;
        }
    }

    // A caller whose server stopped: a thread is told; a virtual CPU or a faulting thread cannot
    // go on without an answer, and stops too.
    private static ObjectId Abort(Step step, ObjectId id)
    {
        ExecutionContext caller = step.Get<ExecutionContext>(id);
        Free(step, caller);
        if (caller.Call != CallKind.Portal) return id;
        step.Deliver(id, Refusal.Because(Reason.ServerStopped).Value);
        return ObjectId.None;
    }

    private static void EndAllHelp(Step step, ObjectId stopped)
    {
        foreach (KernelObject item in step.State.Objects.Values)
        {
            if (item is ExecutionContext { Activity: Activity.Helping } helper
                && helper.Partner == stopped)
            {
                EndHelp(step, helper);
            }
        }
    }
}
