// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I18.</summary>
internal sealed class Budgets : KernelInvariant
{
    private readonly Account[] _accounts = new Account[KernelState.SchedulingContextsMax];
    private readonly Side[] _sides = new Side[Limits.CpusMax];
    private readonly ulong[] _consumed = new ulong[Limits.CpusMax];

    internal override int Number => 18;

    internal override string Sentence =>
        "Time is charged once and wholly, on each CPU: what is left of a budget is the budget less "
        + "what was consumed in the period, never more, never negative; "
        + "what all consumed is what passed.";

    internal override string LooksAt => "scheduling contexts, now and at the last check";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        Array.Clear(_consumed);
        bool isSame = true;
        foreach (int index in at.Changes.Scheduling)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (!at.Earlier.IsKnown || !IsSame(in _accounts[index], ref entry))
            {
                isSame &= entry.Header.Kind == ObjectKind.None
                    && _accounts[index].IsUsed == 0;
                continue;
            }
            if (_accounts[index].IsUsed == 0) continue;
            That(entry.ConsumedTicks >= _accounts[index].Consumed, "consumed time was taken back");
            _consumed[_accounts[index].Cpu] += entry.ConsumedTicks - _accounts[index].Consumed;
        }
        if (!at.Earlier.IsKnown) return;
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            That(_consumed[cpu] <= Passed(ref state, cpu), "more time was charged than passed");
        }
        bool isOwn = at.IsOneHypercall && !at.Running.IsNone && isSame
            && NeverIdles((Hypercall)at.Event.Detail) && IsStillPaying(ref state, at.Cpu);
        That(!isOwn || _consumed[at.Cpu] == Passed(ref state, at.Cpu),
            "time passed that nobody was charged for");
        CheckRows(at);
    }

    private ulong Passed(ref KernelState state, int cpu) =>
        state.Cpus[cpu].ChargedUntil - _sides[cpu].ChargedUntil;

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        // A home that changed may have gone to another CPU.
        RowBits rows = at.Changes.HaveLinks
            ? RowBits.First(at.Used.SchedulingContexts) : at.Changes.Scheduling;
        foreach (int index in rows)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            bool isUsed = entry.Header.Kind != ObjectKind.None;
            if (!isUsed && _accounts[index].IsUsed == 0
                && _accounts[index].Generation == entry.Header.Generation) continue;
            _accounts[index] = new Account
            {
                Generation = entry.Header.Generation,
                IsUsed = isUsed ? 1 : 0,
                Consumed = entry.ConsumedTicks,
                Remaining = entry.RemainingTicks,
                PeriodStart = entry.PeriodStart,
                Overruns = entry.OverrunCount,
                IsDepleted = entry.State == SchedulingState.Depleted,
                // One that outlives its thread pays no more.
                Cpu = entry.Home.IsNone ? _accounts[index].Cpu : at.CpuOf(entry.Home),
            };
        }
        for (int number = 0; number < at.CpuCount; number++)
        {
            ref Cpu cpu = ref state.Cpus[number];
            _sides[number] = new Side
            {
                ChargedUntil = cpu.ChargedUntil, Current = cpu.Current,
                WindowEnd = cpu.WindowEndTicks,
            };
        }
    }

    // Whoever waits may leave the processor idle until an interrupt, and idle time is nobody's.
    private static bool NeverIdles(Hypercall number) => number is not (Hypercall.Revoke
        or Hypercall.Discard or Hypercall.Stop or Hypercall.Call or Hypercall.CallUntil
        or Hypercall.Reply or Hypercall.SemaphoreDown or Hypercall.SwitchSchedule);

    // A budget or a window may end in any hypercall: then the processor may idle until it renews.
    private bool IsStillPaying(ref KernelState state, int number)
    {
        ref Side side = ref _sides[number];
        if (side.Current.IsNone) return false;
        ref SchedulingContext entry = ref side.Current.In(ref state);
        int index = Inspection.IndexOf(ref state, side.Current);
        ref Cpu cpu = ref state.Cpus[number];
        if (((cpu.Eligible >> entry.TimePartition) & 1) == 0) return false;
        if (cpu.Schedule != 0 && cpu.WindowEndTicks != side.WindowEnd) return false;
        return entry.PeriodTicks == 0 || (entry.State == SchedulingState.Queued
            && entry.PeriodStart == _accounts[index].PeriodStart);
    }

    // What did not change has used nothing since.
    private void CheckRows(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Scheduling)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (entry.Header.Kind == ObjectKind.None || entry.BudgetTicks == 0) continue;
            That(entry.RemainingTicks <= entry.BudgetTicks, "more than a whole budget is left");
            That(entry.State != SchedulingState.Queued || entry.RemainingTicks != 0,
                "queued without budget");
            ref Account before = ref _accounts[index];
            if (before.IsUsed == 0 || !IsSame(in before, ref entry)) continue;
            CheckOverruns(in before, ref entry);
            // One that outlives its thread pays no more: nobody keeps its budget.
            if (entry.PeriodTicks != 0 && !entry.Home.IsNone)
            {
                int cpu = before.Cpu;
                CheckPeriod(
                    in before, ref entry, Passed(ref state, cpu), state.Cpus[cpu].ChargedUntil);
            }
        }
    }

    private static void CheckOverruns(in Account before, ref SchedulingContext entry)
    {
        That(entry.OverrunCount >= before.Overruns, "overruns were taken back");
        bool ended = entry.State == SchedulingState.Depleted && !before.IsDepleted;
        That(!ended || entry.OverrunCount > before.Overruns,
            "a budget ended in its period and no overrun was counted");
        That(entry.PeriodTicks != 0 || entry.OverrunCount == 0,
            "an overrun without a period was counted");
    }

    private static void CheckPeriod(
        in Account before, ref SchedulingContext entry, ulong passed, ulong chargedUntil)
    {
        ulong used = entry.ConsumedTicks - before.Consumed;
        if (entry.PeriodStart == before.PeriodStart)
        {
            ulong left = before.Remaining > used ? before.Remaining - used : 0;
            That(entry.RemainingTicks == left,
                "what is left of a budget is not what it was less what was consumed");
            return;
        }
        That((entry.PeriodStart - before.PeriodStart) % entry.PeriodTicks == 0,
            "a period began at another time than its own");
        // When others ran too, or nobody, it is not known when.
        if (used != passed || chargedUntil < entry.PeriodStart) return;
        ulong since = Math.Min(used, chargedUntil - entry.PeriodStart);
        ulong rest = entry.BudgetTicks > since ? entry.BudgetTicks - since : 0;
        That(entry.RemainingTicks == rest,
            "a new period's budget is not what was consumed since it began");
    }

    private static bool IsSame(in Account before, ref SchedulingContext entry) =>
        before.Generation == entry.Header.Generation
        && (before.IsUsed != 0) == (entry.Header.Kind != ObjectKind.None);

    private struct Account
    {
        internal uint Generation;
        internal int IsUsed;
        internal ulong Consumed;
        internal ulong Remaining;
        internal ulong PeriodStart;
        internal ulong Overruns;
        internal bool IsDepleted;
        internal int Cpu;
    }

    private struct Side
    {
        internal ulong ChargedUntil;
        internal Link<SchedulingContext> Current;
        internal ulong WindowEnd;
    }
}
