// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Asp.Simulated;

/// <content>Physical interrupts.</content>
public readonly partial struct SimulatedAsp
{
    /// <inheritdoc/>
    /// <exception cref="SimulationException">There is no end of them.</exception>
    public static uint Acknowledge()
    {
        SimulatedMachine machine = Machine;
        machine.CountAcknowledged();
        machine.AtOrderingPoint(OrderingPoint.Acknowledge);
        machine.UpdateLines();
        return machine.Interrupts.Acknowledge(machine.Executing.Number);
    }

    /// <inheritdoc/>
    public static bool HandlePrivate(ref KernelState state, ref Cpu cpu, uint interrupt)
    {
        switch (interrupt)
        {
            case PrivateInterrupts.Timer:
                InterruptEntry<SimulatedAsp>.Timer(ref state, ref cpu);
                break;
            case PrivateInterrupts.Call:
                InterruptEntry<SimulatedAsp>.Called(ref state, ref cpu);
                break;
            case PrivateInterrupts.VirtualTimer:
                DeliverGuestTimer(ref state, ref cpu);
                break;
            case PrivateInterrupts.Maintenance:
                Maintain(ref state, ref cpu);
                break;
            default:
                return false;
        }
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Deactivate);
        machine.UpdateLines();
        machine.Interrupts.Deactivate(interrupt, machine.Executing.Number);
        return true;
    }

    /// <inheritdoc/>
    public static void DropPriority(uint interrupt)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.DropPriority);
        machine.Interrupts.DropPriority(interrupt, machine.Executing.Number);
    }

    /// <inheritdoc/>
    public static void Deactivate(uint interrupt)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Deactivate);
        machine.Interrupts.Deactivate(interrupt, machine.Executing.Number);
    }

    /// <inheritdoc/>
    public static void Open(uint interrupt, bool isEdge, uint cpu)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.OpenInterrupt);
        machine.Interrupts.Open(interrupt, isEdge, (int)cpu);
        if (interrupt >= InterruptController.FirstShared)
        {
            machine.Interrupts.Route(interrupt, (int)cpu);
        }
    }

    /// <inheritdoc/>
    public static void Close(uint interrupt)
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.CloseInterrupt);
        machine.Interrupts.Close(interrupt, machine.Executing.Number);
    }

    /// <inheritdoc/>
    public static bool IsInterruptPending
    {
        get
        {
            SimulatedMachine machine = Machine;
            machine.AtOrderingPoint(OrderingPoint.Preemption);
            machine.AtPreemption?.Invoke();
            machine.UpdateLines();
            return machine.Interrupts.IsDeliverable(machine.Executing.Number);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IdleException">Nothing is pending.</exception>
    public static void WaitForInterrupt()
    {
        SimulatedMachine machine = Machine;
        machine.AtOrderingPoint(OrderingPoint.Wait);
        machine.UpdateLines();
        if (!machine.Interrupts.IsDeliverable(machine.Executing.Number)) throw machine.Idle;
    }

    // The timer stays quiet until the guest has ended its interrupt.
    private static void DeliverGuestTimer(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.SystemOwner.IsNone) return;
        ref ExecutionContext owner = ref cpu.SystemOwner.In(ref state);
        GuestTimer.SetDelivered(ref owner.Vcpu.In(ref state), true);
        Injection<SimulatedAsp>.Pend(ref state, ref owner, PrivateInterrupts.VirtualTimer);
    }

    private static void Maintain(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.SystemOwner.IsNone) return;
        ref ExecutionContext owner = ref cpu.SystemOwner.In(ref state);
        ref VirtualCpu vcpu = ref owner.Vcpu.In(ref state);
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (!slot.IsEnded) continue;
            InterruptSlots.Put(ref vcpu, index, slot.With(slot.IsPending, slot.IsActive));
            Injection<SimulatedAsp>.Ended(ref state, ref owner, slot.Interrupt);
        }
        InterruptSlots.WantNotice(ref vcpu, false);
        Injection<SimulatedAsp>.Flush(ref state, ref owner);
    }
}
