// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I16.</summary>
internal sealed class OneQueue : KernelInvariant
{
    internal override int Number => 16;

    internal override string Sentence =>
        "A waiting thread is in exactly one semaphore's queue, a blocked scheduling context in "
        + "exactly one list, at the end of its chain; nothing dead is in any; nobody waits for a "
        + "count that is there, or on another CPU than the semaphore's.";

    internal override string LooksAt => "semaphore queues, lists of blocked scheduling contexts";

    internal override void Check(Inspection at)
    {
        bool haveLinks = at.Changes.HaveLinks;
        if (haveLinks || !at.Changes.Semaphores.IsEmpty) CheckWaiters(at);
        if (haveLinks || at.Changes.HaveSchedulingLinks) CheckBlocked(at);
    }

    private static void CheckWaiters(Inspection at)
    {
        ref KernelState state = ref at.State;
        int queued = 0;
        foreach (ref Semaphore semaphore in at.Semaphores)
        {
            if (semaphore.FirstWaiter.IsNone && semaphore.LastWaiter.IsNone) continue;
            That(semaphore.Header.Kind == ObjectKind.Semaphore,
                "a semaphore that is gone has waiters");
            That(semaphore.Count == 0, "somebody waits although the count is not zero");
            CheckQueue(ref state, ref semaphore, ref queued);
        }
        int waiting = 0;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            bool isWaiting = context.State == ContextState.Waiting;
            That(isWaiting == !context.WaitingOn.IsNone,
                "waiting for nothing, or waiting unawares");
            if (isWaiting) waiting++;
        }
        That(queued == waiting, "a waiting thread is in no queue");
    }

    private static void CheckQueue(
        ref KernelState state, ref Semaphore semaphore, ref int queued)
    {
        Link<ExecutionContext> before = default;
        for (Link<ExecutionContext> link = semaphore.FirstWaiter; !link.IsNone;
            link = link.In(ref state).NextWaiter)
        {
            ref ExecutionContext waiter = ref link.In(ref state);
            That(waiter.State == ContextState.Waiting, "something in a queue does not wait");
            That(waiter.WaitingOn == Link<Semaphore>.To(ref state, ref semaphore),
                "a waiter waits for another semaphore");
            That(waiter.Cpu == semaphore.Cpu, "a waiter belongs to another CPU than its semaphore");
            That(waiter.PreviousWaiter == before, "waiters: previous");
            That(++queued <= KernelState.ContextsMax, "the waiters of a semaphore form a ring");
            before = link;
        }
        That(semaphore.LastWaiter == before, "waiters: last");
    }

    // Nothing sleeps that could run: who waits for a context is led there by its own chain, and the
    // context cannot run.
    private static void CheckBlocked(Inspection at)
    {
        ref KernelState state = ref at.State;
        int blocked = 0;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext context = ref state.Contexts[index];
            if (context.BlockedScheduling.IsNone) continue;
            That(context.State is ContextState.Off or ContextState.Waiting or ContextState.Halted,
                "a scheduling context sleeps although its context can run");
            for (Link<SchedulingContext> link = context.BlockedScheduling; !link.IsNone;
                link = link.In(ref state).Next)
            {
                ref SchedulingContext entry = ref link.In(ref state);
                That(++blocked <= KernelState.SchedulingContextsMax,
                    "a list of blocked scheduling contexts does not end");
                That(entry.State == SchedulingState.Blocked,
                    "a stranger in a list of blocked scheduling contexts");
                That(at.EndOfChain(entry.Home) == context.Self,
                    "a scheduling context sleeps although its chain leads elsewhere");
            }
        }
        That(blocked == at.Changes.Blocked.Count, "a blocked scheduling context is in no list");
    }
}
