// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I20.</summary>
internal sealed class TimerOrder : KernelInvariant
{
    internal override int Number => 20;

    internal override string Sentence =>
        "The timer heap is ordered, every armed timer belongs to a live object that waits for it, "
        + "and the hardware's comparator is no later than the earliest of them and the end of the "
        + "running budget.";

    internal override string LooksAt => "the timer heap, the comparator, the current budget";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        ref TimerHeap heap = ref cpu.Timers;
        for (int index = 0; index < heap.Count; index++)
        {
            ref TimerNode node = ref heap.At(index).In(ref state);
            That(node.Place == index + 1, "a timer is at another place than it knows");
            That(heap.At((index - 1) / 2).In(ref state).Ticks <= node.Ticks,
                "the timer heap is out of order");
            CheckTimer(at, ref node);
        }
        That(heap.Count == CountArmed(at), "a timer believes that it is armed");
        ulong earliest = heap.Count == 0 ? ulong.MaxValue : heap.At(0).In(ref state).Ticks;
        That(heap.EarliestTicks == earliest,
            "the timer heap's earliest time is not its first node's");
        That(cpu.ArmedTicks <= earliest, "the hardware's timer is set too late");
        That(at.Machine.Clock.DeadlineTicks == cpu.ArmedTicks,
            "the hardware's timer is not what the kernel thinks");
        if (!at.Running.IsNone) CheckBudgetEnd(ref state, ref cpu);
    }

    // Who is alone at its priority and has no period needs no end of its turn.
    private static void CheckBudgetEnd(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.Current.IsNone) return;
        ref SchedulingContext entry = ref cpu.Current.In(ref state);
        if (entry.BudgetTicks == 0) return;
        if (entry.PeriodTicks == 0 && entry.Next == cpu.Current) return;
        That(cpu.ArmedTicks <= cpu.ChargedUntil + entry.RemainingTicks,
            "nothing ends the turn of what runs");
    }

    private static void CheckTimer(Inspection at, ref TimerNode node)
    {
        ref KernelState state = ref at.State;
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
            case TimerKind.WindowEnd:
                That(node.Place == state.Cpus[0].WindowEnd.Place,
                    "the end of a window that is not open");
                break;
            default:
                That(node.Kind == TimerKind.Replenishment, "a timer of no kind");
                That(node.Scheduling.In(ref state).State == SchedulingState.Depleted,
                    "a replenishment that nobody waits for");
                break;
        }
    }

    private static int CountArmed(Inspection at)
    {
        ref KernelState state = ref at.State;
        int count = state.Cpus[0].WindowEnd.IsArmed ? 1 : 0;
        foreach (int index in at.Contexts) count += state.Contexts[index].Deadline.IsArmed ? 1 : 0;
        foreach (ref VirtualCpu row in at.Vcpus)
        {
            count += row.Timer.IsArmed ? 1 : 0;
        }
        foreach (ref SchedulingContext row in at.SchedulingContexts)
        {
            That(row.State != SchedulingState.Depleted || row.Replenishment.IsArmed,
                "a depleted scheduling context waits for no replenishment");
            count += row.Replenishment.IsArmed ? 1 : 0;
        }
        return count;
    }
}
