// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>Synchronous exceptions of guests. <see cref="Handle"/> only makes calls that it ends
/// with, so that it needs no stack.
/// </summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class GuestTrap<TBoard> where TBoard : struct, IBoard
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref ExecutionContext Handle(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        // Comparisons, the frequent ones first: a switch would cost more.
        if (syndrome.Class == ExceptionClass.SystemRegister)
        {
            return ref SystemRegisterTrap<TBoard>.Handle(ref state, ref context, syndrome);
        }
        if (syndrome.Class is ExceptionClass.Hypervisor64 or ExceptionClass.SecureMonitor64)
        {
            return ref GuestHypercall<TBoard>.Handle(ref state, ref context, syndrome);
        }
        if (syndrome.Class == ExceptionClass.Wait)
        {
            return ref Wait(ref state, ref context, syndrome);
        }
        return ref HandleRare(ref state, ref context, syndrome);
    }

    /// <summary>A data abort: the short way for what is nothing but an access for the monitor to
    /// carry out, or what runs next without a portal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PortalTarget Access(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome,
        ulong address, ulong page)
    {
        AbortDetails abort = syndrome.Abort;
        MmioAccess access = abort.Access;
        ulong guestAddress = GuestAddress(address, page);
        if (context.IsVcpu && abort.IsPlainAccess && abort.IsAligned(guestAddress))
        {
            ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
            ExitPortal exit = vcpu.Portals[(int)ExitKind.Mmio];
            ref Portal portal = ref exit.Portal.In(ref state);
            ref ExecutionContext server = ref portal.Server.In(ref state);
            if (FastExit.IsIdle(in exit, ref portal, ref server))
            {
                Remember(ref vcpu, syndrome, address);
                ulong value = 0;
                if (access.IsWrite && access.Register < 31)
                {
                    value = context.Frame[(int)access.Register];
                }
                return FastExit.Send(
                    ref state, ref context, ref vcpu, ref portal, ref server, guestAddress,
                    access, value);
            }
        }
        return AccessSlowly(ref state, ref context, syndrome, address, page);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PortalTarget AccessSlowly(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome,
        ulong address, ulong page) =>
        context.IsVcpu
            ? new(ref DataAbort(ref state, ref context, syndrome, address, page))
            : new(ref ThreadTrap<TBoard>.Handle(ref state, ref context, syndrome));

    /// <summary>Reports what cannot be decoded.</summary>
    internal static ref ExecutionContext Fault(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome,
        ulong address, ulong page)
    {
        Remember(ref context.Vcpu.In(ref state), syndrome, address);
        ulong guestAddress = syndrome.Abort.HasPage ? GuestAddress(address, page) : 0;
        ulong counter = context.Frame[RegisterFrame.ProgramCounter];
        return ref VcpuExit<Arm64<TBoard>>.SendSeldom(
            ref state, ref context, ExitKind.Fault, syndrome.Value, address, guestAddress, counter);
    }

    private static ref ExecutionContext HandleRare(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        switch (syndrome.Class)
        {
            case ExceptionClass.Vectors:
                context.Vcpu.In(ref state).System[SystemSlot.UsesVectors] = 1;
                VectorSwitch.TakeOver(ref state, ref context);
                return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
            case ExceptionClass.InstructionAbort:
                return ref Fault(
                    ref state, ref context, syndrome, Native.ReadFaultAddress(),
                    Native.ReadFaultPage());
            case ExceptionClass.IllegalState:
                // The address registers hold what an earlier exception left.
                return ref Fault(ref state, ref context, syndrome, 0, 0);
            default:
                Arm64<TBoard>.InjectException(ref state, ref context, true);
                return ref Scheduler<Arm64<TBoard>>.ResumeSeldom(ref state, ref context);
        }
    }

    // Only a single aligned access to an address that nothing is mapped at, or a write to read-only
    // memory, can be emulated.
    private static ref ExecutionContext DataAbort(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome,
        ulong address, ulong page)
    {
        AbortDetails abort = syndrome.Abort;
        MmioAccess access = abort.Access;
        ulong guestAddress = GuestAddress(address, page);
        if (abort.IsPlainAccess && abort.IsAligned(guestAddress))
        {
            Remember(ref context.Vcpu.In(ref state), syndrome, address);
            ulong value = 0;
            if (access.IsWrite && access.Register < 31) value = context.Frame[(int)access.Register];
            return ref VcpuExit<Arm64<TBoard>>.SendAccess(
                ref state, ref context, guestAddress, access, value);
        }
        return ref Fault(ref state, ref context, syndrome, address, page);
    }

    private static ref ExecutionContext Wait(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        Arm64<TBoard>.Advance(ref context);
        return ref syndrome.IsWaitForEvent
            ? ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context)
            : ref Halt<Arm64<TBoard>>.HandOver(ref state, ref context);
    }

    // HPFAR_EL2 bits 43:4 are bits 51:12 of the address.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong GuestAddress(ulong address, ulong page) =>
        ((page & 0xfff_ffff_fff0) << 8) | (address & 0xfff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Remember(ref VirtualCpu vcpu, ExceptionSyndrome syndrome, ulong address)
    {
        vcpu.System[SystemSlot.ExitSyndrome] = syndrome.Value;
        vcpu.System[SystemSlot.ExitAddress] = address;
    }
}
