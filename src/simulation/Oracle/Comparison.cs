// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;
using Bulkhead.Specification;
using Bulkhead.Specification.Virtualization;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <summary>Compares what a step did on both sides.</summary>
internal sealed partial class Comparison(World world, Naming names)
{
    private ref KernelState Kernel => ref world.State;

    /// <summary>Registers given, and what runs.</summary>
    internal void Results(in SimulationEvent value, in Transition transition)
    {
        Specification.Outcome outcome = transition.Outcome;
        foreach (Delivery delivery in outcome.Deliveries)
        {
            if (transition.State.Find<Spec.ExecutionContext>(delivery.Context) is null) continue;
            ImmutableArray<ulong> registers = outcome.For(delivery.Context);
            ref ExecutionContext context =
                ref names.RowOf<ExecutionContext>(delivery.Context).In(ref Kernel);
            if (context.IsVcpu) CompareGuest(ref context, delivery.Context, registers);
            else CompareThread(in value, ref context, delivery.Context, registers);
            if (delivery.Place is { } place)
            {
                Same("where it goes on", place, context.Frame[RegisterFrame.ProgramCounter]);
            }
        }
        Same("what runs", transition.State.Running, names.NameOf(world.Current.Offset));
        Same("time", transition.State.NowTicks, world.Machine.Clock.Ticks);
    }

    /// <summary>The guest found no interrupt: the specification must have none either, unless the
    /// hardware's slots are full of active ones. How deep a guest can nest is the hardware's
    /// to say.</summary>
    internal void NothingToTake(SpecificationState state)
    {
        if (state.Find<Spec.VirtualCpu>(state.Running) is { } vcpu
            && VirtualInterrupts.HasDeliverable(vcpu)
            && vcpu.Interrupts.Values.Count(row => row.IsActive) < InterruptSlots.Count)
        {
            throw new DisagreementException($"{vcpu.Id} has an interrupt that nobody offers");
        }
    }

    private static void Same<T>(string what, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual)) return;
        throw new DisagreementException(
            $"{what}: the specification says {Text(expected)}, the kernel {Text(actual)}");
    }

    private static string Text<T>(T value) =>
        value is ulong number ? $"{number:x}" : $"{value}";

    private void CompareGuest(
        ref ExecutionContext context, ObjectId id, ImmutableArray<ulong> registers)
    {
        ImmutableArray<ulong> actual = EventTranslation.RegistersOf(ref Kernel, ref context);
        for (int index = 0; index < registers.Length; index++)
        {
            if (registers[index] == actual[index]) continue;
            throw new DisagreementException(
                $"register word {index} of guest {id}: the specification says "
                + $"{registers[index]:x}, the kernel {actual[index]:x}");
        }
    }

    // Registers that are no results keep the caller's arguments.
    private static void CompareThread(
        in SimulationEvent value,
        ref ExecutionContext context,
        ObjectId id,
        ImmutableArray<ulong> registers)
    {
        for (int index = 0; index < registers.Length; index++)
        {
            if (registers[index] == context.Frame[index]) continue;
            string expected = index == 0 ? CodeText(registers[0]) : $"{registers[index]:x}";
            string actual = index == 0 ? CodeText(context.Frame[0]) : $"{context.Frame[index]:x}";
            throw new DisagreementException(
                $"x{index} of {id} after {value}: the specification says {expected}, "
                + $"the kernel {actual}");
        }
    }

    private static string CodeText(ulong value)
    {
        ResultCode code = new(value);
        return $"{value:x} ({code.Status} {code.Reason})";
    }
}
