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
        ObjectId end = Chain.End(step, context.Id).Id;
        step.Put(
            context with
            {
                Activity = Activity.Ready,
                Partner = ObjectId.None,
                Call = CallKind.None,
            });
        Scheduler.Reroute(step, end);
    }

    /// <summary>Stops a context for good: who waits for it gets an answer, and it waits for
    /// nobody.</summary>
    internal static void Stop(Step step, ObjectId id)
    {
        ExecutionContext context = step.Get<ExecutionContext>(id);
        if (context.Activity == Activity.Stopped) return;
        ObjectId end = Chain.End(step, id).Id;
        Leave(step, context);
        if (step.Get<ExecutionContext>(id) is NativeThread server)
        {
            step.Put(
                server with
                {
                    Activity = Activity.Stopped,
                    Partner = ObjectId.None,
                    Caller = ObjectId.None,
                    IsServing = false,
                    Helpers = [],
                    Repeated = default,
                });
            if (!server.Caller.IsNone) Abort(step, server.Caller);
            Rendezvous.ReleaseHelpers(step, server);
        }
        else
        {
            step.Put(
                step.Get<ExecutionContext>(id) with
                {
                    Activity = Activity.Stopped,
                    Partner = ObjectId.None,
                });
        }
        Scheduler.Reroute(step, end);
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
                NativeThread called = step.Get<NativeThread>(context.Partner);
                step.Put(called with { Caller = ObjectId.None });
                break;
            case Activity.Helping:
                NativeThread helped = step.Get<NativeThread>(context.Partner);
                step.Put(helped with { Helpers = helped.Helpers.Remove(context.Id) });
                break;
            case Activity.Halted:
                Deadlines.Cancel(step, context.Id);
                break;
        }
    }

    // A caller whose server stopped: a thread is told, a virtual CPU or a faulting thread cannot
    // go on without an answer.
    private static void Abort(Step step, ObjectId id)
    {
        ExecutionContext caller = step.Get<ExecutionContext>(id);
        CallKind kind = caller.Call;
        MakeReady(step, caller);
        if (kind != CallKind.Portal) Stop(step, id);
        else step.Deliver(id, Refusal.Because(Reason.ServerStopped).Value);
    }
}
