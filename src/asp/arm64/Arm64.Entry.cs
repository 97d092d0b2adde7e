// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Arm64.Traps;
using Bulkhead.Kernel.Interrupts;

namespace Bulkhead.Asp.Arm64;

/// <content>What the entry code calls, closed over the board.</content>
public readonly partial struct Arm64<TBoard>
{
    /// <summary>Prepares interrupt controller and list registers.</summary>
    public static void InitializeHardware()
    {
        Gic<TBoard>.Initialize();
        ListRegisters.Initialize();
        InitializeCpu();
    }

    /// <summary>Prepares what each CPU has of its own: its part of the interrupt controller and
    /// the registers of native threads.</summary>
    public static void InitializeCpu()
    {
        Gic<TBoard>.InitializeCpu();
        Native.LoadNative();
    }

    /// <summary>A synchronous exception of a lower level that is neither a hypercall nor a data
    /// abort.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">What ran.</param>
    /// <param name="syndrome">ESR_EL2.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Synchronous(
        ref KernelState state, ref ExecutionContext current, ulong syndrome)
    {
        ExceptionSyndrome decoded = new(syndrome);
        if (current.IsVcpu) return ref GuestTrap<TBoard>.Handle(ref state, ref current, decoded);

        return ref ThreadTrap<TBoard>.Handle(ref state, ref current, decoded);
    }

    /// <summary>A data abort of a lower level: nearly always a guest's access to a device that its
    /// monitor emulates.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">What ran.</param>
    /// <param name="syndrome">ESR_EL2, of a data abort.</param>
    /// <param name="address">FAR_EL2.</param>
    /// <param name="page">HPFAR_EL2.</param>
    /// <returns>The monitor's server and its portal; or what runs next, and no portal.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PortalTarget Access(
        ref KernelState state, ref ExecutionContext current, ulong syndrome, ulong address,
        ulong page) =>
        GuestTrap<TBoard>.Access(ref state, ref current, new(syndrome), address, page);

    /// <summary>A physical interrupt.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">What ran.</param>
    /// <returns>What runs next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext Interrupt(
        ref KernelState state, ref ExecutionContext current)
    {
        ref Cpu cpu = ref current.Cpu.In(ref state);
        InterruptEntry<Arm64<TBoard>>.Handle(ref state, ref cpu);
        return ref Scheduler<Arm64<TBoard>>.StayOn(ref state, ref cpu, ref current);
    }

    /// <summary>A system error while a lower level ran: that level's own affair.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="current">What ran.</param>
    /// <param name="syndrome">ESR_EL2.</param>
    /// <returns>What runs next.</returns>
    public static ref ExecutionContext SystemError(
        ref KernelState state, ref ExecutionContext current, ulong syndrome)
    {
        if (current.IsVcpu)
        {
            return ref GuestTrap<TBoard>.Fault(
                ref state, ref current, new ExceptionSyndrome(syndrome), 0, 0);
        }

        return ref ThreadFault<Arm64<TBoard>>.Report(
            ref state, ref current, FaultKind.ExternalAbort, 0, syndrome);
    }
}
