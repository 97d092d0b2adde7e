// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I20.</summary>
internal sealed class TimerOrder : KernelInvariant
{
    private int _armedOfRows;

    internal override int Number => 20;

    internal override string Sentence =>
        "A CPU's timer heap is ordered, every armed timer in it belongs to a live object of that "
        + "CPU that waits for it, and the hardware's comparator is no later than the earliest of "
        + "them and the end of the window, or a microsecond when that has passed, and the end of "
        + "the running budget.";

    internal override string LooksAt => "the timer heap, the comparator, the current budget";

    internal override void Check(Inspection at)
    {
        int armed = 0;
        for (int cpu = 0; cpu < at.CpuCount; cpu++) armed += CheckHeap(at, cpu);
        That(armed == CountArmed(at), "a timer believes that it is armed");
    }

    // How many timers a CPU has.
    private static int CheckHeap(Inspection at, int number)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[number];
        ref TimerHeap heap = ref cpu.Timers;
        for (int index = 0; index < heap.Count; index++)
        {
            ref TimerNode node = ref heap.At(index).In(ref state);
            That(node.Place == index + 1, "a timer is at another place than it knows");
            That(heap.At((index - 1) / 2).In(ref state).Ticks <= node.Ticks,
                "the timer heap is out of order");
            CheckTimer(ref state, ref cpu, ref node);
        }
        ulong earliest = heap.Count == 0 ? ulong.MaxValue : heap.At(0).In(ref state).Ticks;
        That(heap.EarliestTicks == earliest,
            "the timer heap's earliest time is not its first node's");
        That(cpu.ArmedTicks <= Math.Min(earliest, cpu.WindowEndTicks),
            "the hardware's timer is set too late");
        That(IsArmed(at, number, cpu.ArmedTicks),
            "the hardware's timer is not what the kernel thinks");
        bool isBusy = at.Sees(number) && !at.RunningOn(number).IsNone;
        if (isBusy) CheckBudgetEnd(ref state, ref cpu);
        return heap.Count;
    }

    // Of many timers that pass at once the kernel handles some, then lets others run for a
    // microsecond.
    private static bool IsArmed(Inspection at, int number, ulong ticks)
    {
        ulong deadline = at.Machine.Clock.DeadlineOf(number);
        ulong now = at.Machine.Clock.TicksOf(number);
        return deadline == ticks
            || (ticks <= now && deadline <= now + at.Machine.Clock.PauseTicks);
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

    private static void CheckTimer(ref KernelState state, ref Cpu cpu, ref TimerNode node)
    {
        switch (node.Kind)
        {
            case TimerKind.Deadline:
                CheckHome(ref state, ref cpu, node.Context);
                ref ExecutionContext thread = ref node.Context.In(ref state);
                That(thread.State == ContextState.Waiting
                    || thread.CallKind == CallKind.PortalUntil,
                    "a deadline of a thread that does not wait");
                break;
            case TimerKind.VirtualTimer:
                CheckHome(ref state, ref cpu, node.Context);
                That(node.Context.In(ref state).State == ContextState.Halted,
                    "a timer of a virtual CPU that is not halted");
                break;
            default:
                That(node.Kind == TimerKind.Replenishment, "a timer of no kind");
                That(node.Scheduling.In(ref state).State == SchedulingState.Depleted,
                    "a replenishment that nobody waits for");
                break;
        }
    }

    private static void CheckHome(
        ref KernelState state, ref Cpu cpu, Link<ExecutionContext> context) =>
        That(context.In(ref state).Cpu == Link<Cpu>.To(ref state, ref cpu),
            "a timer is in another CPU's heap");

    private int CountArmed(Inspection at)
    {
        bool haveRows = at.Changes.HaveLinks || at.Changes.HaveSchedulingLinks
            || !at.Changes.Vcpus.IsEmpty;
        if (haveRows) _armedOfRows = CountArmedRows(at);
        return _armedOfRows;
    }

    private static int CountArmedRows(Inspection at)
    {
        ref KernelState state = ref at.State;
        int count = 0;
        foreach (int index in at.Contexts)
        {
            ref ExecutionContext row = ref state.Contexts[index];
            That(row.CallKind != CallKind.PortalUntil || row.Deadline.IsArmed,
                "a call with a deadline that never comes");
            count += row.Deadline.IsArmed ? 1 : 0;
        }
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
