// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Asp.Arm64.Registers;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Seams;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>Synchronous exceptions of guests. <see cref="Handle"/> only makes calls that it ends with, so that it needs no stack.
/// </summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class GuestTrap<TBoard>
    where TBoard : struct, IBoard
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref ExecutionContext Handle(ref KernelState state, ref ExecutionContext context, Trap trap)
    {
        switch (trap.Syndrome.Class)
        {
            case ExceptionClass.DataAbort:
                return ref DataAbort(ref state, ref context, trap);
            case ExceptionClass.Hypervisor64:
            case ExceptionClass.SecureMonitor64:
                return ref GuestHypercall<TBoard>.Handle(ref state, ref context, trap.Syndrome);
            case ExceptionClass.SystemRegister:
                return ref SystemRegisterTrap<TBoard>.Handle(ref state, ref context, trap.Syndrome);
            case ExceptionClass.Wait:
                return ref Wait(ref state, ref context, trap.Syndrome);
            default:
                return ref HandleRare(ref state, ref context, trap);
        }
    }

    /// <summary>Reports what cannot be decoded.</summary>
    internal static ref ExecutionContext Fault(ref KernelState state, ref ExecutionContext context, Trap trap)
    {
        Remember(ref context.Vcpu.In(ref state), trap);
        ulong guestAddress = trap.Syndrome.Abort.HasPage ? trap.GuestAddress : 0;
        ulong counter = context.Frame[RegisterFrame.ProgramCounter];
        return ref VcpuExit<Arm64<TBoard>>.Send(
            ref state, ref context, ExitKind.Fault, trap.Syndrome.Value, trap.Address, guestAddress, counter);
    }

    private static ref ExecutionContext HandleRare(ref KernelState state, ref ExecutionContext context, Trap trap)
    {
        switch (trap.Syndrome.Class)
        {
            case ExceptionClass.Vectors:
                VectorSwitch.TakeOver(ref state, ref context);
                return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
            case ExceptionClass.InstructionAbort:
            case ExceptionClass.IllegalState:
                return ref Fault(ref state, ref context, trap);
            default:
                Arm64<TBoard>.InjectException(ref state, ref context, true);
                return ref Scheduler<Arm64<TBoard>>.Resume(ref state, ref context);
        }
    }

    // Only a single aligned access to an address that nothing is mapped at, or a write to read-only memory, can be emulated.
    private static ref ExecutionContext DataAbort(ref KernelState state, ref ExecutionContext context, Trap trap)
    {
        AbortDetails abort = trap.Syndrome.Abort;
        MmioAccess access = abort.Access;
        ulong address = trap.GuestAddress;
        bool canEmulate = abort.IsPlainAccess && (address & (access.Bytes - 1)) == 0;
        if (!canEmulate) return ref Fault(ref state, ref context, trap);
        Remember(ref context.Vcpu.In(ref state), trap);
        ulong value = 0;
        if (access.IsWrite && access.Register < 31) value = context.Frame[(int)access.Register];
        return ref VcpuExit<Arm64<TBoard>>.SendAccess(ref state, ref context, address, access, value);
    }

    private static ref ExecutionContext Wait(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        Arm64<TBoard>.Advance(ref context);
        if (!syndrome.IsWaitForEvent) Halt<Arm64<TBoard>>.Enter(ref state, ref context);
        return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Remember(ref VirtualCpu vcpu, Trap trap)
    {
        vcpu.System[SystemSlot.ExitSyndrome] = trap.Syndrome.Value;
        vcpu.System[SystemSlot.ExitAddress] = trap.Address;
    }
}
