// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Seams;
using Bulkhead.Kernel.Virtualization;
using Bulkhead.Pools;

namespace Bulkhead.Kernel.Objects;

/// <summary>Stopping execution contexts and letting go of everything that waits for them.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class ContextLifecycle<TAsp>
    where TAsp : struct, IAsp
{
    /// <summary>Stops a context for good: its own waits end, its caller's call is aborted, its helpers go on by themselves.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The context.</param>
    public static void Stop(ref KernelState state, ref ExecutionContext context)
    {
        if (context.State == ContextState.Off && !context.IsVcpu) return;
        LeaveWaits(ref state, ref context);
        AbortCaller(ref state, ref context);
        context.State = ContextState.Off;
        context.AcceptKey = 0;
        context.HelperCount = 0;
        if (context.IsVcpu)
        {
            Halt<TAsp>.DisarmTimer(ref state, ref context);
            ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
            vcpu.IsOff = 1;
        }
        Scheduler<TAsp>.ReleaseBlocked(ref state, ref context);
        context.Cpu.In(ref state).MustDispatch = 1;
    }

    // A context that called leaves its server without a caller. The server is not interrupted, which could leave its data half
    // changed: whoever calls it next helps it to finish, and its reply then goes nowhere.
    private static void LeaveWaits(ref KernelState state, ref ExecutionContext context)
    {
        if (context.State == ContextState.Waiting) SemaphoreQueue<TAsp>.Unlink(ref state, ref context);
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
        context.Partner = default;
        context.CallKind = CallKind.None;
    }

    private static void AbortCaller(ref KernelState state, ref ExecutionContext context)
    {
        if (context.Caller.IsNone) return;
        ref ExecutionContext caller = ref context.Caller.In(ref state);
        context.Caller = default;
        CallKind kind = caller.CallKind;
        caller.CallKind = CallKind.None;
        caller.Partner = default;
        caller.State = kind == CallKind.Portal ? ContextState.Ready : ContextState.Off;
        if (kind == CallKind.Portal) caller.Frame[0] = Outcome.Aborted(Reason.ServerStopped).Value;
        Scheduler<TAsp>.ReleaseBlocked(ref state, ref caller);
    }
}
