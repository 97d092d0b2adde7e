// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <content>Registers of execution contexts.</content>
public readonly partial struct Arm64<TBoard>
{
    private const ulong InstructionBytes = 4;

    /// <inheritdoc/>
    public static void StartThread(
        ref ExecutionContext thread, ulong entry, ulong stackTop, ulong argument)
    {
        thread.Frame[0] = argument;
        thread.Frame[RegisterFrame.StackPointer] = stackTop;
        thread.Frame[RegisterFrame.ProgramCounter] = entry;
        thread.Frame[RegisterFrame.ProcessorState] = ProcessorState.User;
        thread.Controls.StackTop = stackTop;
        thread.Controls.Mode = HypervisorConfiguration.Native;
        thread.Controls.Traps = VectorTraps.Closed;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ActivateServer(ref ExecutionContext server, in Portal portal)
    {
        server.Frame[0] = portal.Badge;
        server.Frame[RegisterFrame.StackPointer] = server.Controls.StackTop;
        server.Frame[RegisterFrame.ProgramCounter] = portal.Entry;
        server.Frame[RegisterFrame.ProcessorState] = ProcessorState.User;
    }

    /// <inheritdoc/>
    public static void ResetVcpu(ref ExecutionContext context, ref VirtualCpu vcpu)
    {
        context.Controls.Mode = HypervisorConfiguration.Guest;
        context.Controls.Traps = VectorTraps.Closed;
        context.Frame[RegisterFrame.ProcessorState] = ProcessorState.GuestReset;
        vcpu.System[SystemSlot.Control] = SystemSlot.ControlReset;
        vcpu.System[SystemSlot.Affinity] = SystemSlot.AffinityReset | vcpu.Number;
        vcpu.System[SystemSlot.CounterControl] = SystemSlot.CounterControlGuest;
        vcpu.Interface[InterfaceSlot.Control] = InterfaceSlot.ControlEnabled;
        vcpu.Interface[InterfaceSlot.ListsAll] = ListRegisters.AllFree;
        vcpu.Interrupts.Bound.Set(TBoard.VirtualTimerInterrupt);
        vcpu.PhysicalInterrupts[(int)TBoard.VirtualTimerInterrupt] =
            (ushort)TBoard.VirtualTimerInterrupt;
    }

    /// <inheritdoc/>
    public static void Restart(ref ExecutionContext context, CallKind kind)
    {
        // A hypercall returns behind its instruction; every other call is repeated by executing
        // what trapped.
        if (kind == CallKind.Portal)
        {
            context.Frame[RegisterFrame.ProgramCounter] -= InstructionBytes;
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Advance(ref ExecutionContext context) =>
        context.Frame[RegisterFrame.ProgramCounter] =
            context.Frame[RegisterFrame.ProgramCounter] + InstructionBytes;

    /// <inheritdoc/>
    public static void CopyWords(ref UtcbPage from, ref UtcbPage to, uint first, uint words) =>
        Native.CopyWords(ref from[(int)first], ref to[(int)first], words);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext SwitchTo(ref KernelState state, ref ExecutionContext next)
    {
        ref Cpu cpu = ref next.Cpu.In(ref state);
        if (next.IsVcpu) return ref SystemState<TBoard>.EnterGuest(ref state, ref cpu, ref next);
        if (cpu.IsNativeMode == 0)
        {
            return ref SystemState<TBoard>.EnterNative(ref state, ref cpu, ref next);
        }

        return ref next;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ExecutionContext SwitchGuest(
        ref KernelState state, ref Cpu cpu, ref ExecutionContext before,
        ref ExecutionContext next) =>
        ref SystemState<TBoard>.Replace(
            ref state, ref cpu, ref before.Vcpu.In(ref state), ref next);

    /// <inheritdoc/>
    public static void Forget(ref KernelState state, ref ExecutionContext context)
    {
        ref Cpu cpu = ref context.Cpu.In(ref state);
        if (cpu.VectorOwner == context.Self) cpu.VectorOwner = default;
        if (cpu.SystemOwner == context.Self) SystemState<TBoard>.Displace(ref state, ref cpu);
    }
}
