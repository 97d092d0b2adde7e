// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Stopping execution contexts and letting go of everything that waits for them.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class ContextLifecycle<TAsp> where TAsp : struct, IAsp
{
    /// <summary>Stops a context for good: its own waits end, its caller's call is aborted, its
    /// helpers go on by themselves. A caller that cannot go on without the answer, a guest in an
    /// exit or a thread in a fault, stops too.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    /// <returns>False when an interrupt is pending before all of it is done: some of those that
    /// stop too have stopped, and the context has not.</returns>
    public static bool Stop(ref KernelState state, ref ExecutionContext context)
    {
        for (int count = 0; count < KernelState.ContextsMax; count++)
        {
            ref ExecutionContext outermost = ref Outermost(ref state, ref context);
            StopOne(ref state, ref outermost);
            if (outermost.Self == context.Self) break;
            if (TAsp.IsInterruptPending) return false;
        }
        return true;
    }

    // Whoever needs the answer of somebody who stops goes first: then nobody is left who would run
    // on without it.
    private static ref ExecutionContext Outermost(
        ref KernelState state, ref ExecutionContext context)
    {
        ref ExecutionContext at = ref context;
        for (int depth = 0; depth < KernelState.ContextsMax && !at.Caller.IsNone; depth++)
        {
            ref ExecutionContext caller = ref at.Caller.In(ref state);
            if (caller.CallsPortal) break;
            at = ref caller;
        }
        return ref at;
    }

    /// <summary>The deadline of a portal call has passed: the caller goes on without its
    /// answer.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">A thread that calls or helps.</param>
    public static void TimeOut(ref KernelState state, ref ExecutionContext context)
    {
        Scheduler<TAsp>.ReleaseSeldom(ref state, ref EndOfCalls(ref state, ref context));
        LeaveWaits(ref state, ref context);
        context.State = ContextState.Ready;
        context.SentWords = 0;
        context.Frame[0] = new ResultCode(Status.Timeout, Reason.DeadlinePassed).Value;
        context.Cpu.In(ref state).MustDispatch = 1;
    }

    /// <summary>A call leads nowhere any more, and its deadline, if it has one, means
    /// nothing.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">Who called.</param>
    public static void EndCall(ref KernelState state, ref ExecutionContext context)
    {
        ForgetDeadline(ref state, ref context);
        context.Partner = default;
        context.CallKind = CallKind.None;
    }

    /// <summary>A portal call is over before its deadline.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">Who called.</param>
    public static void ForgetDeadline(ref KernelState state, ref ExecutionContext context) =>
        context.Cpu.In(ref state).Timers.Remove(
            ref state, Link<TimerNode>.To(ref state, ref context.Deadline));

    private static void StopOne(ref KernelState state, ref ExecutionContext context)
    {
        // A virtual CPU that is off may still be recalled; one that is stopped may not.
        if (context.IsVcpu) context.Vcpu.In(ref state).IsOff = 0;
        if (context.State == ContextState.Off) return;
        // Whoever waited through this context for the end of its chain must look for another way.
        Scheduler<TAsp>.ReleaseSeldom(ref state, ref EndOfCalls(ref state, ref context));
        LeaveWaits(ref state, ref context);
        AbortCaller(ref state, ref context);
        EndHelpers(ref state, context.Self);
        context.State = ContextState.Off;
        context.AcceptKey = 0;
        if (context.IsVcpu) Halt<TAsp>.DisarmTimer(ref state, ref context);
        context.Cpu.In(ref state).MustDispatch = 1;
    }

    private static ref ExecutionContext EndOfCalls(
        ref KernelState state, ref ExecutionContext context)
    {
        Link<ExecutionContext> link = context.Self;
        for (int depth = 0; depth < KernelState.ContextsMax; depth++)
        {
            ref ExecutionContext at = ref link.In(ref state);
            if (at.State is not (ContextState.Calling or ContextState.Helping)) break;
            link = at.Partner;
        }
        return ref link.In(ref state);
    }

    // No helper may keep a link to a row that could soon be another context.
    private static void EndHelpers(ref KernelState state, Link<ExecutionContext> link)
    {
        ref ExecutionContext partner = ref link.In(ref state);
        for (int index = 0; index < KernelState.ContextsMax && partner.HelperCount != 0; index++)
        {
            ref ExecutionContext helper = ref state.Contexts[index];
            if (helper.State == ContextState.Helping && helper.Partner == link)
            {
                Rendezvous<TAsp>.EndHelp(ref state, ref helper, ref partner);
            }
        }
    }

    // A context that called leaves its server without a caller. The server is not interrupted,
    // which could leave its data half changed: whoever calls it next helps it to finish, and its
    // reply then goes nowhere.
    private static void LeaveWaits(ref KernelState state, ref ExecutionContext context)
    {
        if (context.State == ContextState.Waiting)
        {
            SemaphoreQueue<TAsp>.Unlink(ref state, ref context);
        }

        if (context.State == ContextState.Helping)
        {
            ref ExecutionContext partner = ref context.Partner.In(ref state);
            if (partner.HelperCount > 0) partner.HelperCount--;
        }
        if (context.State == ContextState.Calling)
        {
            ref ExecutionContext server = ref context.Partner.In(ref state);
            if (server.Caller == context.Self) server.Caller = default;
        }
        EndCall(ref state, ref context);
    }

    private static void AbortCaller(ref KernelState state, ref ExecutionContext context)
    {
        if (context.Caller.IsNone) return;
        ref ExecutionContext caller = ref context.Caller.In(ref state);
        context.Caller = default;
        EndCall(ref state, ref caller);
        caller.State = ContextState.Ready;
        caller.Frame[0] = Outcome.Aborted(Reason.ServerStopped).Value;
    }
}
