// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <content>I15 to I21: run queue, blocked lists, timers.</content>
internal static partial class KernelInvariants
{
    private static void CheckRunQueue(ref KernelState state, Link<ExecutionContext> running)
    {
        ref Cpu cpu = ref state.Cpus[0];
        Link<SchedulingContext> highest = default;
        int queued = 0;
        for (int priority = 0; priority < RunQueue.Priorities; priority++)
        {
            Link<SchedulingContext> head = cpu.Queue.Head(priority);
            That(cpu.Queue.IsOccupied(priority) == !head.IsNone,
                "the bitmap of the run queue lies");
            if (head.IsNone) continue;
            highest = head;
            queued += CheckRing(ref state, head, priority);
        }
        That(cpu.Queue.First == highest, "the first of the run queue is not the highest");
        That(queued == CountScheduling(ref state, SchedulingState.Queued),
            "a queued scheduling context is in no ring");
        if (running.IsNone)
        {
            That(highest.IsNone, "the processor idles although something can run");
            return;
        }
        That(running.In(ref state).State == ContextState.Ready, "what runs is not ready");
        That(!cpu.Current.IsNone, "something runs that nobody pays for");
        ref SchedulingContext paying = ref cpu.Current.In(ref state);
        That(paying.State == SchedulingState.Queued, "what pays cannot run");
        That(cpu.Current == highest, "what runs is not the most urgent");
        That(EndOfChain(ref state, paying.Home) == running,
            "what runs is not what the paying scheduling context leads to");
    }

    private static int CheckRing(ref KernelState state, Link<SchedulingContext> head, int priority)
    {
        int count = 0;
        Link<SchedulingContext> at = head;
        do
        {
            ref SchedulingContext entry = ref at.In(ref state);
            That(entry.Header.Kind == ObjectKind.SchedulingContext,
                "a scheduling context that is gone is queued");
            That(entry.State == SchedulingState.Queued && entry.Priority == priority,
                "a stranger in a ring of the run queue");
            That(entry.Next.In(ref state).Previous == at, "a ring of the run queue is broken");
            That(entry.BudgetTicks == 0 || entry.RemainingTicks != 0, "queued without budget");
            at = entry.Next;
            That(++count <= KernelState.SchedulingContextsMax,
                "a ring of the run queue does not close");
        }
        while (at != head);
        return count;
    }

    private static int CountScheduling(ref KernelState state, SchedulingState wanted)
    {
        int count = 0;
        foreach (ref SchedulingContext entry in (Span<SchedulingContext>)state.SchedulingContexts)
        {
            if (entry.Header.Kind == ObjectKind.None)
            {
                That(entry.State == SchedulingState.Parked && entry.Home.IsNone,
                    "a free scheduling context is somewhere");
                continue;
            }
            if (entry.State == wanted) count++;
            That(entry.State == SchedulingState.Parked == entry.Home.IsNone,
                "parked with a home, or homeless elsewhere");
            if (!entry.Home.IsNone)
            {
                That(IsLive(ref state, entry.Home), "a scheduling context outlives its home");
                Link<SchedulingContext> self = Link<SchedulingContext>.To(ref state, ref entry);
                That(entry.Home.In(ref state).Scheduling == self,
                    "a home has another scheduling context");
            }
            That(entry.RemainingTicks <= entry.BudgetTicks, "more than a whole budget is left");
            bool isArmed = entry.Replenishment.IsArmed;
            That(isArmed == (entry.State == SchedulingState.Depleted),
                "a replenishment that nobody waits for, or none");
        }
        return count;
    }

    // Nothing sleeps that could run: who waits for a context is led there by its own chain, and the
    // context cannot run.
    private static void CheckBlocked(ref KernelState state)
    {
        int blocked = 0;
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)state.Contexts)
        {
            for (Link<SchedulingContext> at = context.BlockedScheduling; !at.IsNone;
                at = at.In(ref state).Next)
            {
                ref SchedulingContext entry = ref at.In(ref state);
                That(entry.State == SchedulingState.Blocked,
                    "a stranger in a list of blocked scheduling contexts");
                That(++blocked <= KernelState.SchedulingContextsMax,
                    "a list of blocked scheduling contexts does not end");
                That(EndOfChain(ref state, entry.Home) == context.Self,
                    "a scheduling context sleeps although its chain leads elsewhere");
            }
            bool isAsleep =
                context.State is ContextState.Off or ContextState.Waiting or ContextState.Halted;
            That(context.BlockedScheduling.IsNone || isAsleep,
                "a scheduling context sleeps although its context can run");
        }
        That(blocked == CountScheduling(ref state, SchedulingState.Blocked),
            "a blocked scheduling context is in no list");
    }

    private static void CheckTimers(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        ref Cpu cpu = ref state.Cpus[0];
        ref TimerHeap heap = ref cpu.Timers;
        for (int index = 0; index < heap.Count; index++)
        {
            ref TimerNode node = ref heap.At(index).In(ref state);
            That(node.Place == index + 1, "a timer is at another place than it knows");
            That(heap.At((index - 1) / 2).In(ref state).Ticks <= node.Ticks,
                "the timer heap is out of order");
            CheckTimer(ref state, ref node);
        }
        That(heap.Count == CountArmed(ref state), "a timer believes that it is armed");
        ulong earliest = heap.Count == 0 ? ulong.MaxValue : heap.At(0).In(ref state).Ticks;
        That(heap.EarliestTicks == earliest,
            "the timer heap's earliest time is not its first node's");
        That(cpu.ArmedTicks <= earliest, "the hardware's timer is set too late");
        That(machine.Clock.DeadlineTicks == cpu.ArmedTicks,
            "the hardware's timer is not what the kernel thinks");
    }

    private static void CheckTimer(ref KernelState state, ref TimerNode node)
    {
        switch (node.Kind)
        {
            case TimerKind.Deadline:
                That(node.Context.In(ref state).State == ContextState.Waiting,
                    "a deadline of a thread that does not wait");
                break;
            case TimerKind.VirtualTimer:
                That(node.Context.In(ref state).State == ContextState.Halted,
                    "a timer of a virtual CPU that is not halted");
                break;
            default:
                That(node.Kind == TimerKind.Replenishment, "a timer of no kind");
                break;
        }
    }

    private static int CountArmed(ref KernelState state)
    {
        int count = 0;
        foreach (ref ExecutionContext row in (Span<ExecutionContext>)state.Contexts)
        {
            count += row.Deadline.IsArmed ? 1 : 0;
        }
        foreach (ref VirtualCpu row in (Span<VirtualCpu>)state.Vcpus)
        {
            count += row.Timer.IsArmed ? 1 : 0;
        }
        foreach (ref SchedulingContext row in (Span<SchedulingContext>)state.SchedulingContexts)
        {
            count += row.Replenishment.IsArmed ? 1 : 0;
        }
        return count;
    }
}
