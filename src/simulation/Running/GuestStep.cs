// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Running;

/// <summary>What a running guest does.</summary>
internal static class GuestStep
{
    internal static bool Apply(World world, in SimulationEvent value)
    {
        SimulatedProcessor processor = world.Processor;
        ref ExecutionContext context = ref world.Current.In(ref world.State);
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref world.State);
        switch (value.Kind)
        {
            case EventKind.GuestAccess:
                processor.Access(
                    value.Words[0], new MmioAccess(value.Words[1]), value.Words[2]);
                break;
            case EventKind.GuestExit:
                if (value.Detail >= VirtualCpu.ExitKinds) return false;
                processor.Exit(
                    (ExitKind)value.Detail, value.Words[0], value.Words[1], value.Words[2],
                    value.Words[3]);
                break;
            case EventKind.GuestHypercall:
                for (int index = 0; index < 7; index++)
                {
                    context.Frame[index] = value.Words[1 + index];
                }
                processor.GuestHypercall(value.Words[0]);
                break;
            case EventKind.GuestHalt:
                processor.Halt();
                break;
            case EventKind.GuestTimer:
                GuestTimer.Set(ref vcpu, world.Machine.Clock.Ticks + value.Words[0]);
                break;
            case EventKind.GuestTake:
                if (InterruptSlots.Take(ref vcpu) == InterruptSlots.NoInterrupt) return false;
                break;
            case EventKind.GuestEnd:
                if (!End(world, ref vcpu, value.Words[0])) return false;
                break;
            case EventKind.GuestSend:
                if (value.Detail >= InterruptController.SoftwareMax) return false;
                processor.SendSoftwareInterrupt(value.Detail, value.Words[0]);
                break;
            default:
                return false;
        }
        processor.TakeInterrupts();
        return true;
    }

    private static bool End(World world, ref VirtualCpu vcpu, ulong choice)
    {
        for (int count = 0; count < InterruptSlots.Count; count++)
        {
            int index = (int)((choice + (ulong)count) % InterruptSlots.Count);
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (!slot.IsActive) continue;
            InterruptSlots.End(world.Machine, ref vcpu, slot.Interrupt);
            return true;
        }
        return false;
    }
}
