// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Specification;
using Bulkhead.Specification.Scheduling;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <content>Where the specification leaves the kernel a choice, the kernel's is taken.</content>
internal sealed partial class Comparison
{
    /// <summary>The state after a step, with the kernel's choices.</summary>
    internal SpecificationState Adopt(SpecificationState before, in Transition transition)
    {
        SpecificationState state = AdoptTurn(AdoptFormerTurn(before, transition.State));
        return transition.Outcome.IsOrderFree ? AdoptOrder(state) : state;
    }

    // Whose turn is over, but who is alone at its priority in its time partition, begins another
    // turn whenever the scheduler comes by.
    private SpecificationState AdoptTurn(SpecificationState state)
    {
        if (state.Find<Spec.SchedulingContext>(state.Payer) is not
            { IsLimited: true, PeriodTicks: 0 } payer)
        {
            return state;
        }
        ulong used = state.NowTicks - state.ChargedTicks;
        if (used < payer.RemainingTicks) return state;
        ref SchedulingContext row =
            ref names.RowOf<SchedulingContext>(payer.Id).In(ref Kernel);
        ref Cpu cpu = ref Kernel.Cpus[0];
        if (cpu.ChargedUntil < state.ChargedTicks || row.RemainingTicks > payer.BudgetTicks)
        {
            return state;
        }
        return state with
        {
            ChargedTicks = cpu.ChargedUntil,
            Objects = state.Objects.SetItem(
                payer.Id,
                payer with
                {
                    RemainingTicks = row.RemainingTicks,
                    ConsumedTicks =
                        payer.ConsumedTicks + cpu.ChargedUntil - state.ChargedTicks,
                }),
        };
    }

    // The same of who paid before the step and does no longer: the scheduler may have come by
    // meanwhile.
    private SpecificationState AdoptFormerTurn(
        SpecificationState before, SpecificationState after)
    {
        bool isFormer = before.Payer != after.Payer
            && before.Find<Spec.SchedulingContext>(before.Payer) is not null;
        if (!isFormer || after.Find<Spec.SchedulingContext>(before.Payer) is not
            { IsLimited: true, PeriodTicks: 0 } payer)
        {
            return after;
        }
        Spec.SchedulingContext former = before.Get<Spec.SchedulingContext>(payer.Id);
        ulong used = payer.ConsumedTicks - former.ConsumedTicks;
        ulong left = names.RowOf<SchedulingContext>(payer.Id).In(ref Kernel).RemainingTicks;
        bool isAnotherTurn = used >= former.RemainingTicks && left <= payer.BudgetTicks
            && payer.BudgetTicks - left <= used - former.RemainingTicks;
        return !isAnotherTurn ? after : after with
        {
            Objects = after.Objects.SetItem(payer.Id, payer with { RemainingTicks = left }),
        };
    }

    private SpecificationState AdoptOrder(SpecificationState state)
    {
        ImmutableArray<ObjectId> actual = Turns();
        if (actual.SequenceEqual(state.Ready)) return state;
        if (!actual.Order(NameOrder).SequenceEqual(state.Ready.Order(NameOrder))) return state;
        Step step = new(state with { Ready = actual });
        Scheduler.Choose(step);
        return step.State;
    }

    private static Comparer<ObjectId> NameOrder { get; } =
        Comparer<ObjectId>.Create((left, right) => left.Value.CompareTo(right.Value));

    private ImmutableArray<ObjectId> Turns()
    {
        ImmutableArray<ObjectId>.Builder turns = ImmutableArray.CreateBuilder<ObjectId>();
        ref Cpu cpu = ref Kernel.Cpus[0];
        for (int priority = RunQueue.Priorities - 1; priority >= 0; priority--)
        {
            AddTurns(turns, cpu.Queue.Head(priority));
            for (int index = 1; index < Limits.TimePartitionsMax; index++)
            {
                Link<RunQueue> queue = cpu.WindowQueues[index];
                if (!queue.IsNone) AddTurns(turns, queue.In(ref Kernel).Head(priority));
            }
        }
        return turns.ToImmutable();
    }

    private void AddTurns(
        ImmutableArray<ObjectId>.Builder turns, Link<SchedulingContext> head)
    {
        for (Link<SchedulingContext> at = head; !at.IsNone;)
        {
            ref SchedulingContext entry = ref at.In(ref Kernel);
            if (!RestingGuest.Is(ref Kernel, ref Kernel.Cpus[0], ref entry))
            {
                turns.Add(names.NameOf(at.Offset));
            }
            at = entry.Next;
            if (at == head) break;
        }
    }
}
