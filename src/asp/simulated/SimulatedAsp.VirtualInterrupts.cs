// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Asp.Simulated;

/// <content>Slots for virtual interrupts.</content>
public readonly partial struct SimulatedAsp
{
    /// <inheritdoc/>
    public static bool TryPlace(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        Machine.AtOrderingPoint(OrderingPoint.Slots);
        CheckReach(ref state, ref context);
        int index = InterruptSlots.Find(in vcpu, interrupt);
        if (index >= 0)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            InterruptSlots.Put(
                ref vcpu,
                index,
                NewSlot(in vcpu, interrupt).With(
                    isPending: true, slot.IsActive, slot.IsEnded));
            return true;
        }
        index = InterruptSlots.FindFree(in vcpu);
        if (index < 0)
        {
            InterruptSlots.WantNotice(ref vcpu, true);
            index = InterruptSlots.Displace(ref vcpu, vcpu.Interrupts.Priority[(int)interrupt]);
            if (index < 0) return false;
        }
        InterruptSlots.Put(
            ref vcpu, index, NewSlot(in vcpu, interrupt).With(isPending: true, isActive: false));
        return true;
    }

    /// <inheritdoc/>
    public static void AskForNotice(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu) =>
        InterruptSlots.WantNotice(ref vcpu, true);

    /// <inheritdoc/>
    public static VirtualInterruptState SlotState(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu, uint interrupt)
    {
        CheckReach(ref state, ref context);
        int index = InterruptSlots.Find(in vcpu, interrupt);
        if (index < 0) return VirtualInterruptState.Inactive;
        InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
        return (slot.IsPending ? VirtualInterruptState.Pending : 0) | (
            slot.IsActive ? VirtualInterruptState.Active : 0);
    }

    /// <inheritdoc/>
    public static bool SetSlotState(
        ref KernelState state,
        ref ExecutionContext context,
        ref VirtualCpu vcpu,
        uint interrupt,
        VirtualInterruptState slot)
    {
        Machine.AtOrderingPoint(OrderingPoint.Slots);
        CheckReach(ref state, ref context);
        bool isPending = (slot & VirtualInterruptState.Pending) != 0;
        bool isActive = (slot & VirtualInterruptState.Active) != 0;
        int index = InterruptSlots.Find(in vcpu, interrupt);
        if (index < 0 && !isPending && !isActive) return true;
        bool isEnded = index >= 0 && InterruptSlots.Get(in vcpu, index).IsEnded;
        if (index < 0) index = InterruptSlots.FindFree(in vcpu);
        if (index < 0) return false;
        InterruptSlots.Put(
            ref vcpu, index, NewSlot(in vcpu, interrupt).With(isPending, isActive, isEnded));
        return true;
    }

    /// <inheritdoc/>
    public static bool IsCalledNow(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu) =>
        IsCalled(ref state, ref context, ref vcpu);

    /// <inheritdoc/>
    public static bool IsCalled(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        CheckReach(ref state, ref context);
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            if (InterruptSlots.Get(in vcpu, index).IsPending) return true;
        }
        return GuestTimer.DeadlineOf(in vcpu) <= Now;
    }

    /// <inheritdoc/>
    public static bool HasOwnTimer(ref KernelState state, ref ExecutionContext context) =>
        context.Cpu.In(ref state).SystemOwner == context.Self;

    /// <inheritdoc/>
    public static ulong VirtualTimerTicks(
        ref KernelState state, ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        CheckReach(ref state, ref context);
        return GuestTimer.DeadlineOf(in vcpu);
    }

    // What a CPU has loaded, no other CPU can reach: hardware would show it saved values.
    private static void CheckReach(ref KernelState state, ref ExecutionContext context)
    {
        ref var cpu = ref context.Cpu.In(ref state);
        if (cpu.SystemOwner != context.Self || cpu.Number == Machine.Executing.Number) return;
        throw new SimulationException(
            $"CPU {Machine.Executing.Number} reaches for what CPU {cpu.Number} has loaded");
    }

    private static InterruptSlot NewSlot(in VirtualCpu vcpu, uint interrupt) =>
        new(
            interrupt,
            vcpu.Interrupts.Priority[(int)interrupt],
            vcpu.Interrupts.Bound.Has(interrupt),
            vcpu.PhysicalInterrupts[(int)interrupt]);
}
