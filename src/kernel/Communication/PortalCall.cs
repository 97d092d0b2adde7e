// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Communication;

/// <summary>Portal call and reply, the general way.</summary>
/// <typeparam name="TAsp">The architecture package.</typeparam>
public static class PortalCall<TAsp> where TAsp : struct, IAsp
{
    // So many words are copied between two looks for interrupts.
    private const uint StepWords = 64;

    /// <summary>Calls the portal that x0 selects.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">The caller.</param>
    /// <param name="number"><see cref="Hypercall.Call"/> or <see cref="Hypercall.CallUntil"/>.
    /// </param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext Call(
        ref KernelState state, ref ExecutionContext current, Hypercall number)
    {
        CallKind kind = KindOf(ref current, number);
        MessageDescriptor descriptor = new(current.Frame[1]);
        ResultCode result = CapabilitySpace.Find(
            ref state, current.Slots, current.Frame[0], Rights.PortalCall,
            out Link<Capability> found);
        if (result.IsSuccess && !descriptor.IsValid) result = Outcome.Parameter(Reason.BadMessage);
        if (result.IsSuccess && kind == CallKind.PortalUntil && DeadlineOf(ref current) <= TAsp.Now)
        {
            result = new ResultCode(Status.Timeout, Reason.DeadlinePassed);
        }
        if (!result.IsSuccess) return ref Refuse(ref state, ref current, result);
        ref Portal portal = ref found.In(ref state).Object.Reinterpret<Portal>().In(ref state);
        result = Rendezvous<TAsp>.Decode(ref state, ref current, ref portal);
        if (result.Status == Status.Busy)
        {
            Rendezvous<TAsp>.Help(ref state, ref current, ref portal, kind);
            SetDeadline(ref state, ref current);
            return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
        }
        if (!result.IsSuccess) return ref Refuse(ref state, ref current, result);
        if (!TryCopyPage(ref state, ref current, portal.Server, descriptor))
        {
            return ref Refuse(ref state, ref current, Outcome.Again);
        }
        ref ExecutionContext server = ref Rendezvous<TAsp>.Join(
            ref state, ref current, ref portal, kind);
        SetDeadline(ref state, ref current);
        Transfer(ref current, ref server);
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
        if (caller.CallsPortal && !TryCopyPage(ref state, ref current, current.Caller, descriptor))
        {
            return ref Refuse(ref state, ref current, Outcome.Again);
        }
        switch (Rendezvous<TAsp>.Part(ref state, ref current, ref caller))
        {
            case CallKind.PortalUntil:
                ContextLifecycle<TAsp>.ForgetDeadline(ref state, ref caller);
                goto case CallKind.Portal;
            case CallKind.Portal:
                Transfer(ref current, ref caller);
                caller.Frame[0] = 0;
                break;
            case CallKind.Exit:
                ExitReply<TAsp>.Apply(ref state, ref caller, ref current);
                break;
            default:
                FaultReply<TAsp>.Apply(ref state, ref caller, ref current);
                break;
        }
        return ref Scheduler<TAsp>.Resume(ref state, ref caller);
    }

    private static CallKind KindOf(ref ExecutionContext current, Hypercall number) =>
        number == Hypercall.Call || DeadlineOf(ref current) == ulong.MaxValue
            ? CallKind.Portal : CallKind.PortalUntil;

    private static ulong DeadlineOf(ref ExecutionContext current) =>
        current.Frame[Rendezvous<TAsp>.FirstWord + Limits.InlineWords - 1];

    private static void SetDeadline(ref KernelState state, ref ExecutionContext current)
    {
        if (current.CallKind != CallKind.PortalUntil) return;
        ref Cpu cpu = ref current.Cpu.In(ref state);
        cpu.Timers.Insert(
            ref state, Link<TimerNode>.To(ref state, ref current.Deadline),
            DeadlineOf(ref current));
        // The timer is programmed when what runs next is chosen.
        cpu.MustDispatch = 1;
    }

    // The caller was stopped meanwhile, or did not wait: the server is free again.
    private static ref ExecutionContext ReplyToNobody(
        ref KernelState state, ref ExecutionContext current)
    {
        if (current.IsServer == 0)
        {
            return ref Refuse(ref state, ref current, Outcome.Parameter(Reason.NoCaller));
        }
        current.State = ContextState.Idle;
        current.AcceptKey = current.Key;
        current.SentWords = 0;
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
    }

    private static void Transfer(ref ExecutionContext from, ref ExecutionContext to)
    {
        for (int word = 1; word < Rendezvous<TAsp>.FirstWord + Limits.InlineWords; word++)
        {
            to.Frame[word] = from.Frame[word];
        }
    }

    // Copies a message's words, a piece at a time, before anything else changes. Whoever leaves in
    // the middle goes on there, unless it finds another receiver, or the receiver was called or
    // another sender used its page meanwhile. False: left.
    private static bool TryCopyPage(
        ref KernelState state, ref ExecutionContext from, Link<ExecutionContext> receiver,
        MessageDescriptor descriptor)
    {
        if (descriptor.UtcbWords == 0) return true;
        ref ExecutionContext to = ref receiver.In(ref state);
        if (from.SentTo != receiver || to.AcceptKey != from.SenderKey) from.SentWords = 0;
        from.SentTo = receiver;
        to.AcceptKey = from.SenderKey;
        while (from.SentWords < descriptor.UtcbWords)
        {
            uint words = descriptor.UtcbWords - from.SentWords;
            if (words > StepWords) words = StepWords;
            TAsp.CopyWords(
                ref from.Utcb.In(ref state), ref to.Utcb.In(ref state), from.SentWords, words);
            from.SentWords += words;
            if (from.SentWords < descriptor.UtcbWords && TAsp.IsInterruptPending) return false;
        }
        from.SentWords = 0;
        to.AcceptKey = 0;
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref ExecutionContext Refuse(
        ref KernelState state, ref ExecutionContext current, ResultCode result)
    {
        if (result.Value == Outcome.Again.Value) TAsp.Restart(ref current, CallKind.Portal);
        else
        {
            current.Frame[0] = result.Value;
            current.SentWords = 0;
        }
        return ref Scheduler<TAsp>.ResumeSeldom(ref state, ref current);
    }
}
