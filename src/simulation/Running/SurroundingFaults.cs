// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Simulation.Running;

/// <summary>Faults of what surrounds the processor.</summary>
internal static class SurroundingFaults
{
    // SError of the interrupt class (Arm ARM D17.2.37, EC 0x2f).
    internal const ulong SystemErrorSyndrome = 0x2ful << 26;

    private const int FlightsMax = 16;
    private const ulong LooksMax = 64;

    internal static bool Apply(World world, in SimulationEvent value)
    {
        switch (value.Kind)
        {
            case EventKind.SpuriousInterrupt:
                if (world.Current.IsNone) return false;
                world.Processor.TakeInterrupt();
                return true;
            case EventKind.SkipTime:
                world.Machine.Clock.Ticks += value.Words[0];
                return true;
            case EventKind.SystemError:
                return HitWhatRuns(world);
            case EventKind.ChangeMessage:
                return ChangeMessage(world, in value);
            case EventKind.RaiseAll:
                RaiseAll(world);
                return true;
            case EventKind.DelayTimer:
                world.Machine.Clock.Delay(world.Cpu, value.Words[0]);
                return true;
            case EventKind.RaiseInside:
                return RaiseInside(world, value.Detail, value.Words[0]);
            case EventKind.RepeatInterrupt or EventKind.HoldInterrupt:
                return Signal(world, in value);
            case EventKind.ReleaseInterrupts:
                world.Machine.Interrupts.Flights.ArriveAll();
                world.Processor.TakeInterrupts();
                return true;
            case EventKind.ArriveInterrupt:
                return Arrive(world, value.Words[0]);
            case EventKind.HoldCalls:
                world.Machine.Interrupts.Flights.IsHeldBack = value.Words[0] != 0;
                return true;
            default:
                return false;
        }
    }

    private static bool Arrive(World world, ulong choice)
    {
        InterruptFlights flights = world.Machine.Interrupts.Flights;
        if (flights.Count == 0) return false;
        flights.Arrive((int)(choice % (ulong)flights.Count));
        world.Processor.TakeInterrupts();
        return true;
    }

    private static bool RaiseInside(World world, uint interrupt, ulong looks)
    {
        if (interrupt is < 32 or >= IInterrupts.InterruptIdsMax) return false;
        SimulatedMachine machine = world.Machine;
        ulong left = looks % LooksMax;
        machine.AtPreemption = () =>
        {
            if (left-- != 0) return;
            machine.AtPreemption = null;
            machine.Interrupts.Raise(interrupt);
        };
        return true;
    }

    private static bool Signal(World world, in SimulationEvent value)
    {
        if (value.Detail is < 32 or >= IInterrupts.InterruptIdsMax) return false;
        if (value.Kind == EventKind.HoldInterrupt)
        {
            if (world.Machine.Interrupts.Flights.Count >= FlightsMax) return false;
            world.Machine.Interrupts.Flights.Hold(value.Detail);
        }
        else
        {
            world.Machine.Interrupts.Repeat(value.Detail);
            world.Processor.TakeInterrupts();
        }
        return true;
    }

    private static bool HitWhatRuns(World world)
    {
        if (world.Current.IsNone) return false;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        if (context.Domain == world.State.System.RootDomain) return false;
        if (context.IsVcpu) world.Processor.Exit(ExitKind.Fault, SystemErrorSyndrome);
        else world.Processor.Fault(FaultKind.ExternalAbort, 0, SystemErrorSyndrome);
        return true;
    }

    private static bool ChangeMessage(World world, in SimulationEvent value)
    {
        ref KernelState state = ref world.State;
        bool exists = value.Words[0] < KernelState.UtcbsMax
            && value.Words[1] < MessageDescriptor.WordsMax;
        if (!exists || state.UtcbOwners[(int)value.Words[0]].IsNone) return false;
        state.Utcbs[(int)value.Words[0]][(int)value.Words[1]] = value.Words[2];
        return true;
    }

    private static void RaiseAll(World world)
    {
        ref KernelState state = ref world.State;
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref state.Interrupts[index];
            if (line.Header.Kind == ObjectKind.None) continue;
            world.Machine.Interrupts.Raise(line.Interrupt);
        }
        world.Processor.TakeInterrupts();
    }
}
