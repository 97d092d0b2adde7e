// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I18.</summary>
internal sealed class Budgets : KernelInvariant
{
    private readonly Account[] _accounts = new Account[KernelState.SchedulingContextsMax];
    private ulong _chargedUntil;
    private Link<SchedulingContext> _current;
    private ulong _windowEnd;

    internal override int Number => 18;

    internal override string Sentence =>
        "Time is charged once and wholly: what is left of a budget is the budget less what was "
        + "consumed in the period, never more, never negative; what all consumed is what passed.";

    internal override string LooksAt => "scheduling contexts, now and at the last check";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        ulong consumed = 0;
        bool isSame = true;
        for (int index = 0; index < at.Used.SchedulingContexts; index++)
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
            consumed += entry.ConsumedTicks - _accounts[index].Consumed;
        }
        if (!at.Earlier.IsKnown) return;
        ulong passed = cpu.ChargedUntil - _chargedUntil;
        That(consumed <= passed, "more time was charged than passed");
        bool isOwn = at.IsOneHypercall && !at.Running.IsNone && isSame
            && NeverIdles((Hypercall)at.Event.Detail) && IsStillPaying(ref state);
        That(!isOwn || consumed == passed, "time passed that nobody was charged for");
        CheckRows(at, passed);
    }

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        for (int index = 0; index < at.Used.SchedulingContexts; index++)
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
            };
        }
        _chargedUntil = cpu.ChargedUntil;
        _current = cpu.Current;
        _windowEnd = cpu.WindowEnd.Ticks;
    }

    // Whoever waits may leave the processor idle until an interrupt, and idle time is nobody's.
    private static bool NeverIdles(Hypercall number) => number is not (Hypercall.Revoke
        or Hypercall.Discard or Hypercall.Stop or Hypercall.Call or Hypercall.Reply
        or Hypercall.SemaphoreDown or Hypercall.SwitchSchedule);

    // A budget or a window may end in any hypercall: then the processor may idle until it renews.
    private bool IsStillPaying(ref KernelState state)
    {
        if (_current.IsNone) return false;
        ref SchedulingContext entry = ref _current.In(ref state);
        int index = Inspection.IndexOf(ref state, _current);
        if (((state.Cpus[0].Eligible >> entry.TimePartition) & 1) == 0) return false;
        if (state.Cpus[0].Schedule != 0 && state.Cpus[0].WindowEnd.Ticks != _windowEnd)
        {
            return false;
        }
        return entry.PeriodTicks == 0 || (entry.State == SchedulingState.Queued
            && entry.PeriodStart == _accounts[index].PeriodStart);
    }

    private void CheckRows(Inspection at, ulong passed)
    {
        ref KernelState state = ref at.State;
        for (int index = 0; index < at.Used.SchedulingContexts; index++)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (entry.Header.Kind == ObjectKind.None || entry.BudgetTicks == 0) continue;
            That(entry.RemainingTicks <= entry.BudgetTicks, "more than a whole budget is left");
            That(entry.State != SchedulingState.Queued || entry.RemainingTicks != 0,
                "queued without budget");
            ref Account before = ref _accounts[index];
            if (before.IsUsed == 0 || !IsSame(in before, ref entry)) continue;
            // One that outlives its thread pays no more: nobody keeps its budget.
            if (entry.PeriodTicks != 0 && !entry.Home.IsNone)
            {
                CheckPeriod(in before, ref entry, passed, state.Cpus[0].ChargedUntil);
            }
        }
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
    }
}
