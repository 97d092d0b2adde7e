// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Joining a caller and a server, and parting them: what portal calls, exits and faults
/// have in common.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class Rendezvous<TAsp> where TAsp : struct, IAsp
{
    /// <summary>First frame word of the inline message.</summary>
    public const int FirstWord = 2;

    /// <summary>Checks whether a portal's server can be called or helped.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="portal">The portal.</param>
    /// <returns>Success: idle; <see cref="Status.Busy"/>: help it; otherwise why not.</returns>
    public static ResultCode Decode(
        ref KernelState state, ref ExecutionContext caller, ref Portal portal)
    {
        ref ExecutionContext server = ref portal.Server.In(ref state);
        if (server.Key != portal.ServerKey || server.State == ContextState.Off)
        {
            return Outcome.Aborted(Reason.ServerStopped);
        }
        if (server.Cpu != caller.Cpu) return new ResultCode(Status.BadCpu, Reason.None);
        if (server.State == ContextState.Idle) return ResultCode.Success;
        return DecodeHelp(ref state, ref caller, portal.Server);
    }

    /// <summary>Joins: the server runs on the caller's scheduling context.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="caller">Who calls.</param>
    /// <param name="portal">A portal whose server is idle.</param>
    /// <param name="kind">What the call is.</param>
    /// <returns>The server; its frame still lacks the message.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Join(
        ref KernelState state, ref ExecutionContext caller, ref Portal portal, CallKind kind)
    {
        ref ExecutionContext server = ref portal.Server.In(ref state);
        server.AcceptKey = 0;
        server.Caller = caller.Self;
        server.State = ContextState.Ready;
        caller.Partner = portal.Server;
        caller.State = ContextState.Calling;
        caller.CallKind = kind;
        TAsp.ActivateServer(ref server, in portal);
        return ref server;
    }

    /// <summary>Lends the caller's time to a busy server until it can be called.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="caller">Who wants to call.</param>
    /// <param name="portal">The portal.</param>
    /// <param name="kind">What the call is, so that it can be repeated.</param>
    public static void Help(
        ref KernelState state, ref ExecutionContext caller, ref Portal portal, CallKind kind)
    {
        caller.Partner = portal.Server;
        caller.State = ContextState.Helping;
        caller.CallKind = kind;
        portal.Server.In(ref state).HelperCount++;
    }

    /// <summary>Lets a helper repeat its call by itself.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The helper.</param>
    /// <param name="partner">Whom it helps.</param>
    internal static void EndHelp(
        ref KernelState state, ref ExecutionContext context, ref ExecutionContext partner)
    {
        if (partner.HelperCount > 0) partner.HelperCount--;
        context.State = ContextState.Ready;
        TAsp.Restart(ref context, context.CallsPortal ? CallKind.Portal : context.CallKind);
        ContextLifecycle<TAsp>.EndCall(ref state, ref context);
    }

    /// <summary>Parts: the server is idle again, the caller ready.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="server">The server.</param>
    /// <param name="caller">Its caller.</param>
    /// <returns>What the call was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CallKind Part(
        ref KernelState state, ref ExecutionContext server, ref ExecutionContext caller)
    {
        CallKind kind = caller.CallKind;
        caller.CallKind = CallKind.None;
        caller.Partner = default;
        caller.State = ContextState.Ready;
        server.Caller = default;
        server.State = ContextState.Idle;
        server.AcceptKey = server.Key;
        if (server.HelperCount != 0) server.Cpu.In(ref state).MustDispatch = 1;
        return kind;
    }

    private static ResultCode DecodeHelp(
        ref KernelState state, ref ExecutionContext caller, Link<ExecutionContext> server)
    {
        Link<ExecutionContext> link = server;
        for (int depth = 0; depth < Scheduler<TAsp>.CallDepthMax; depth++)
        {
            if (link == caller.Self) return new ResultCode(Status.BadParameter, Reason.CallCycle);
            ref ExecutionContext context = ref link.In(ref state);
            if (context.State is not (ContextState.Calling or ContextState.Helping))
            {
                return new ResultCode(Status.Busy, Reason.None);
            }
            link = context.Partner;
        }
        return new ResultCode(Status.BadParameter, Reason.CallDepth);
    }
}
