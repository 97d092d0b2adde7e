// SPDX-License-Identifier: MIT
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;
using Bulkhead.Specification;
using Spec = Bulkhead.Specification.Objects;

namespace Bulkhead.Simulation.Oracle;

/// <summary>Says an event of a simulation in the words of the specification, before it
/// happens.</summary>
internal sealed class EventTranslation(World world, Naming names)
{
    /// <summary>The specification's event; null when nothing happens that it knows of.</summary>
    internal SpecificationEvent? Translate(in SimulationEvent value, SpecificationState state)
    {
        if (value.Kind >= EventKind.Raise) return Surroundings(in value, state);
        if (world.Current.IsNone) return null;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        return context.IsVcpu ? Guest(in value, ref context) : Thread(in value, ref context);
    }

    /// <summary>A virtual CPU's registers in the layout of the specification.</summary>
    internal static ImmutableArray<ulong> RegistersOf(
        ref KernelState state, ref ExecutionContext context)
    {
        ulong[] registers = new ulong[GuestRegisters.Count];
        for (int index = 0; index < GuestRegisters.Pc; index++)
        {
            registers[index] = context.Frame[index];
        }
        registers[GuestRegisters.Pc] = context.Frame[RegisterFrame.ProgramCounter];
        registers[GuestRegisters.Pstate] = context.Frame[RegisterFrame.ProcessorState];
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        for (int index = 0; index < GuestRegisters.SystemCount; index++)
        {
            registers[GuestRegisters.System + index] =
                vcpu.System[GuestRegisterFile.FirstSystemWord + index];
        }
        return AsImmutable(registers);
    }

    /// <summary>What arrives inside a hypercall.</summary>
    internal SpecificationEvent? Inside(in SimulationEvent value, SpecificationState state) =>
        Line(value.Detail, state) is { } line ? new LineRaised(line.Id) : null;

    private static ImmutableArray<ulong> AsImmutable(ulong[] words) =>
        ImmutableCollectionsMarshal.AsImmutableArray(words);

    private static ImmutableArray<ulong> Words(in SimulationEvent value, int count) =>
        ImmutableArray.Create(((ReadOnlySpan<ulong>)value.Words)[..count]);

    private static SpecificationEvent? Thread(
        in SimulationEvent value, ref ExecutionContext thread) => value.Kind switch
        {
            EventKind.Hypercall => new HypercallMade(
                (Hypercall)value.Detail, Words(in value, EventWords.Count)),
            EventKind.Fault => new ThreadFaulted(
                (FaultKind)value.Words[0], value.Words[1], value.Words[2],
                thread.Frame[RegisterFrame.ProgramCounter],
                thread.Frame[RegisterFrame.StackPointer]),
            _ => null,
        };

    private SpecificationEvent? Surroundings(
        in SimulationEvent value, SpecificationState state)
    {
        switch (value.Kind)
        {
            case EventKind.Raise or EventKind.RaiseLate:
                return Line(value.Detail, state) is { } raised ? new LineRaised(raised.Id) : null;
            case EventKind.Lower:
                return Line(value.Detail, state) is { } low ? new LineLowered(low.Id) : null;
            case EventKind.Elapse:
                return new TimePassed(world.Machine.Clock.Ticks + value.Words[0]);
            case EventKind.SkipTime:
                return new TimeSkipped(world.Machine.Clock.Ticks + value.Words[0]);
            case EventKind.WriteMessage:
                return new MessageWritten((int)value.Words[0], value.Words[1]);
            case EventKind.ChangeMessage:
                return Change(in value);
            case EventKind.RaiseAll:
                return new AllLinesRaised();
            case EventKind.SpuriousInterrupt:
                return new SpuriouslyInterrupted();
            case EventKind.SystemError:
                return SystemError();
            default:
                return null;
        }
    }

    private MessageWritten? Change(in SimulationEvent value)
    {
        if (value.Words[0] >= KernelState.UtcbsMax) return null;
        Link<ExecutionContext> owner = world.State.UtcbOwners[(int)value.Words[0]];
        return owner.IsNone
            ? null
            : new MessageWritten(
                (int)value.Words[1], value.Words[2], names.NameOf(owner.Offset));
    }

    private SpecificationEvent? SystemError()
    {
        if (world.Current.IsNone) return null;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        return context.IsVcpu
            ? new GuestExited(
                ExitKind.Fault, [SurroundingFaults.SystemErrorSyndrome, 0, 0, 0],
                RegistersOf(ref world.State, ref context))
            : new ThreadFaulted(
                FaultKind.ExternalAbort, 0, SurroundingFaults.SystemErrorSyndrome,
                context.Frame[RegisterFrame.ProgramCounter],
                context.Frame[RegisterFrame.StackPointer]);
    }

    private SpecificationEvent? Guest(in SimulationEvent value, ref ExecutionContext context)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref world.State);
        ImmutableArray<ulong> registers = RegistersOf(ref world.State, ref context);
        switch (value.Kind)
        {
            case EventKind.GuestAccess:
                return new GuestExited(
                    ExitKind.Mmio, Words(in value, 3), registers,
                    new MmioAccess(value.Words[1]));
            case EventKind.GuestExit:
                return new GuestExited((ExitKind)value.Detail, Words(in value, 4), registers);
            case EventKind.GuestHypercall:
                ReadOnlySpan<ulong> words = value.Words;
                return new GuestExited(
                    ExitKind.Hypercall, Words(in value, Limits.InlineWords),
                    [.. words.Slice(1, 7), .. registers.AsSpan()[7..]]);
            case EventKind.GuestHalt:
                return new GuestHalted(
                    registers.SetItem(
                        GuestRegisters.Pc, registers[GuestRegisters.Pc] + sizeof(uint)));
            case EventKind.GuestTimer:
                return new GuestTimerSet(world.Machine.Clock.Ticks + value.Words[0]);
            case EventKind.GuestTake:
                uint taken = Taken(in vcpu);
                return taken == InterruptSlots.NoInterrupt ? null : new GuestTook(taken);
            case EventKind.GuestEnd:
                return Ended(in vcpu, value.Words[0]);
            default:
                return null;
        }
    }

    private Spec.InterruptLine? Line(uint number, SpecificationState state)
    {
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref world.State.Interrupts[index];
            if (line.Header.Kind == ObjectKind.None || line.Interrupt != number) continue;
            ObjectId name = names.NameOf(
                Link<InterruptLine>.To(ref world.State, ref line).Offset);
            return state.Find<Spec.InterruptLine>(name);
        }
        return null;
    }

    // The hardware's choice: the most urgent slot, the first of equals.
    private static uint Taken(in VirtualCpu vcpu)
    {
        InterruptSlot best = default;
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (!slot.IsPending || slot.IsActive) continue;
            if (!best.IsPending || slot.Priority < best.Priority) best = slot;
        }
        return best.IsPending ? best.Interrupt : InterruptSlots.NoInterrupt;
    }

    private static GuestEnded? Ended(in VirtualCpu vcpu, ulong choice)
    {
        for (int count = 0; count < InterruptSlots.Count; count++)
        {
            int index = (int)((choice + (ulong)count) % InterruptSlots.Count);
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (slot.IsActive) return new GuestEnded(slot.Interrupt);
        }
        return null;
    }
}
