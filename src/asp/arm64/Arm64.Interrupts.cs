// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Kernel.Interrupts;

namespace Bulkhead.Asp.Arm64;

/// <content>Physical interrupts.</content>
public readonly partial struct Arm64<TBoard>
{
    /// <inheritdoc/>
    public static uint Acknowledge() => (uint)Native.ReadAcknowledgeInterrupt();

    /// <inheritdoc/>
    public static void DropPriority(uint interrupt) => Native.WriteEndOfInterrupt(interrupt);

    /// <inheritdoc/>
    public static void Deactivate(uint interrupt) => Native.WriteDeactivate(interrupt);

    /// <inheritdoc/>
    public static void Open(uint interrupt, bool isEdge, uint cpu) =>
        Gic<TBoard>.Open(interrupt, isEdge, cpu);

    /// <inheritdoc/>
    public static void Close(uint interrupt) => Gic<TBoard>.Close(interrupt);

    /// <inheritdoc/>
    public static bool IsInterruptPending => Native.ReadPendingInterrupts() != 0;

    /// <inheritdoc/>
    public static void WaitForInterrupt() => Native.WaitForInterrupt();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HandlePrivate(ref KernelState state, ref Cpu cpu, uint interrupt)
    {
        if (interrupt == TBoard.VirtualTimerInterrupt && !cpu.SystemOwner.IsNone)
        {
            // It stays active until the guest ends its virtual image.
            Injection<Arm64<TBoard>>.Pend(ref state, ref cpu.SystemOwner.In(ref state), interrupt);
            return true;
        }
        return HandleRare(ref state, ref cpu, interrupt);
    }

    private static bool HandleRare(ref KernelState state, ref Cpu cpu, uint interrupt)
    {
        if (interrupt == Gic<TBoard>.CallInterrupt)
        {
            InterruptEntry<Arm64<TBoard>>.Called(ref state, ref cpu);
        }
        else if (interrupt == TBoard.HypervisorTimerInterrupt)
        {
            InterruptEntry<Arm64<TBoard>>.Timer(ref state, ref cpu);
        }
        else if (interrupt == TBoard.MaintenanceInterrupt) HandleMaintenance(ref state, ref cpu);
        else if (interrupt == TBoard.VirtualTimerInterrupt) Native.WriteVirtualTimerControl(0);
        else return false;
        Native.WriteDeactivate(interrupt);
        return true;
    }

    private static void HandleMaintenance(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.SystemOwner.IsNone) return;
        ref ExecutionContext context = ref cpu.SystemOwner.In(ref state);
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        for (ulong ended = Native.ReadListEnded() & 0xffff; ended != 0; ended &= ended - 1)
        {
            uint slot = (uint)BitOperations.TrailingZeroCount(ended);
            uint interrupt = new ListRegister(Native.ReadList(slot)).Interrupt;
            WriteSlot(ref vcpu, slot, true, default);
            if (interrupt < Abi.Limits.VirtualInterruptsMax)
            {
                Injection<Arm64<TBoard>>.Ended(ref state, ref context, interrupt);
            }
        }
        vcpu.Interface[InterfaceSlot.Control] = InterfaceSlot.ControlEnabled;
        Native.WriteListControl(InterfaceSlot.ControlEnabled);
        Injection<Arm64<TBoard>>.Flush(ref state, ref context);
    }
}
