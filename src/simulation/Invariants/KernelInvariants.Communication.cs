// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <content>I16, I25, I27: callers and servers, helpers, waiters.</content>
internal static partial class KernelInvariants
{
    private static void CheckCommunication(ref KernelState state)
    {
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)state.Contexts)
        {
            if (context.Header.Kind == ObjectKind.None) CheckFreeContext(ref context);
            else CheckContext(ref state, ref context);
        }
    }

    private static void CheckFreeContext(ref ExecutionContext context)
    {
        ExecutionContext copy = context;
        copy.Header = default;
        copy.Key = 0;
        ReadOnlySpan<byte> bytes =
            MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(ref copy, 1));
        That(!bytes.ContainsAnyExcept((byte)0),
            "a free context row keeps something of its last incarnation");
    }

    private static void CheckContext(ref KernelState state, ref ExecutionContext context)
    {
        Link<ExecutionContext> self = context.Self;
        That(self == Link<ExecutionContext>.To(ref state, ref context),
            "a context's link to itself leads elsewhere");
        That(context.Domain.In(ref state).Header.Kind == ObjectKind.ProtectionDomain,
            "a context outlives its domain");
        That(context.IsVcpu != !context.Utcb.IsNone, "a context is neither thread nor virtual CPU");
        CheckCaller(ref state, ref context);
        CheckPartner(ref state, ref context);
        bool isIdle = context.State == ContextState.Idle;
        That(context.AcceptKey == (isIdle ? context.Key : 0),
            $"@{self.Offset:x} accepts calls in the wrong state");
        That(!isIdle || (context.IsServer != 0 && context.Caller.IsNone),
            "an idle context that is no free server");
        That(context.HelperCount == CountHelpers(ref state, self),
            $"@{self.Offset:x} counts its helpers wrongly");
        That(context.State == ContextState.Waiting == !context.WaitingOn.IsNone,
            "waiting for nothing, or waiting unawares");
        That(context.State != ContextState.Halted || context.IsVcpu, "a thread is halted");
        That(context.ReportPending == 0 || context.IsVcpu, "a thread reports");
    }

    private static void CheckCaller(ref KernelState state, ref ExecutionContext context)
    {
        if (context.Caller.IsNone) return;
        ref ExecutionContext caller = ref context.Caller.In(ref state);
        That(IsLive(ref state, context.Caller), "a caller is gone");
        That(caller.State == ContextState.Calling && caller.Partner == context.Self,
            "a caller does not know that it calls");
        That(context.IsServer != 0, "something that is no server has a caller");
    }

    private static void CheckPartner(ref KernelState state, ref ExecutionContext context)
    {
        bool isLinked = context.State is ContextState.Calling or ContextState.Helping;
        That(isLinked == !context.Partner.IsNone,
            "a partner without a call, or a call without partner");
        That(isLinked == (context.CallKind != CallKind.None),
            "the kind of a call does not fit the state");
        if (!isLinked) return;
        That(IsLive(ref state, context.Partner), "a partner is gone");
        ref ExecutionContext partner = ref context.Partner.In(ref state);
        That(partner.State != ContextState.Off, "somebody waits for a context that is off");
        That(context.CallKind == CallKind.Exit == context.IsVcpu,
            "an exit of a thread, or a call of a guest");
        if (context.State == ContextState.Calling)
        {
            That(partner.Caller == context.Self, "a server does not know its caller");
        }
        EndOfChain(ref state, context.Self);
    }

    private static uint CountHelpers(ref KernelState state, Link<ExecutionContext> server)
    {
        uint count = 0;
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)state.Contexts)
        {
            if (context.State == ContextState.Helping && context.Partner == server) count++;
        }
        return count;
    }

    private static void CheckSemaphores(ref KernelState state)
    {
        int queued = 0;
        foreach (ref Semaphore semaphore in (Span<Semaphore>)state.Semaphores)
        {
            if (semaphore.Header.Kind == ObjectKind.None)
            {
                That(semaphore.FirstWaiter.IsNone && semaphore.LastWaiter.IsNone,
                    "a semaphore that is gone has waiters");
                continue;
            }
            Link<ExecutionContext> before = default;
            for (Link<ExecutionContext> at = semaphore.FirstWaiter; !at.IsNone;
                at = at.In(ref state).NextWaiter)
            {
                ref ExecutionContext waiter = ref at.In(ref state);
                That(waiter.WaitingOn == Link<Semaphore>.To(ref state, ref semaphore),
                    "a waiter waits for another semaphore");
                That(waiter.PreviousWaiter == before, "waiters: previous");
                That(++queued <= KernelState.ContextsMax, "the waiters of a semaphore form a ring");
                before = at;
            }
            That(semaphore.LastWaiter == before, "waiters: last");
            That(semaphore.FirstWaiter.IsNone || semaphore.Count == 0,
                "somebody waits although the count is not zero");
        }
        int waiting = 0;
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)state.Contexts)
        {
            if (context.State == ContextState.Waiting) waiting++;
        }
        That(queued == waiting, "a waiting thread is in no queue");
    }
}
