// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Portal call and reply, the general way.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class PortalCall<TAsp>
    where TAsp : struct, IAsp
{
    /// <summary>Calls the portal that x0 selects.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext Call(ref KernelState state, ref ExecutionContext current)
    {
        MessageDescriptor descriptor = new(current.Frame[1]);
        ResultCode result = CapabilitySpace.FindInline(
            ref state, current.Slots, current.Frame[0], Rights.PortalCall,
            out Link<Capability> found);
        if (result.IsSuccess && !descriptor.IsValid) result = Outcome.Parameter(Reason.BadMessage);
        if (!result.IsSuccess) return ref Refuse(ref state, ref current, result);
        ref Portal portal = ref found.In(ref state).Object.Reinterpret<Portal>().In(ref state);
        result = Rendezvous<TAsp>.Decode(ref state, ref current, ref portal);
        if (result.Status == Status.Busy)
        {
            Rendezvous<TAsp>.Help(ref state, ref current, ref portal, CallKind.Portal);
            return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
        }
        if (!result.IsSuccess) return ref Refuse(ref state, ref current, result);
        ref ExecutionContext server = ref Rendezvous<TAsp>.Join(
            ref state, ref current, ref portal, CallKind.Portal);
        Transfer(ref state, ref current, ref server, descriptor);
        return ref Scheduler<TAsp>.Resume(ref state, ref server);
    }

    /// <summary>Replies to whoever waits for this server.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The server.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext Reply(ref KernelState state, ref ExecutionContext current)
    {
        MessageDescriptor descriptor = new(current.Frame[1]);
        if (current.Caller.IsNone) return ref ReplyToNobody(ref state, ref current);
        if (!descriptor.IsValid)
        {
            return ref Refuse(ref state, ref current, Outcome.Parameter(Reason.BadMessage));
        }

        ref ExecutionContext caller = ref current.Caller.In(ref state);
        switch (Rendezvous<TAsp>.Part(ref state, ref current, ref caller))
        {
            case CallKind.Portal:
                Transfer(ref state, ref current, ref caller, descriptor);
                caller.Frame[0] = 0;
                break;
            case CallKind.Exit:
                ExitReply<TAsp>.Apply(ref state, ref caller, ref current);
                break;
            default:
                FaultReply<TAsp>.Apply(
                    ref state, ref caller, (ExitAction)current.Frame[Rendezvous<TAsp>.FirstWord]);
                break;
        }
        return ref Scheduler<TAsp>.Resume(ref state, ref caller);
    }

    // The caller was stopped meanwhile: the server is free again.
    private static ref ExecutionContext ReplyToNobody(
        ref KernelState state, ref ExecutionContext current)
    {
        if (current.IsServer == 0)
        {
            return ref Refuse(ref state, ref current, Outcome.Parameter(Reason.NoCaller));
        }
        current.State = ContextState.Idle;
        current.AcceptKey = current.Key;
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
    }

    private static void Transfer(
        ref KernelState state,
        ref ExecutionContext from,
        ref ExecutionContext to,
        MessageDescriptor descriptor)
    {
        for (int word = 1; word < Rendezvous<TAsp>.FirstWord + Limits.InlineWords; word++)
        {
            to.Frame[word] = from.Frame[word];
        }
        if (descriptor.UtcbWords == 0) return;
        TAsp.CopyWords(
            ref from.Utcb.In(ref state), ref to.Utcb.In(ref state), descriptor.UtcbWords);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext Refuse(
        ref KernelState state, ref ExecutionContext current, ResultCode result)
    {
        current.Frame[0] = result.Value;
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
    }
}
