// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64;

/// <content>Register groups in messages, and exceptions raised in guests.</content>
public readonly partial struct Arm64<TBoard>
{
    private const int GeneralCount = 31;

    /// <inheritdoc/>
    public static void ExportRegisters(
        ref KernelState state, ref ExecutionContext context, ref UtcbPage page,
        RegisterGroups groups)
    {
        if ((groups & RegisterGroups.General) != 0)
        {
            for (int index = 0; index < GeneralCount; index++) page[index] = context.Frame[index];
        }
        if ((groups & RegisterGroups.Control) != 0)
        {
            page[GuestRegisters.Pc] = context.Frame[RegisterFrame.ProgramCounter];
            page[GuestRegisters.Pstate] = context.Frame[RegisterFrame.ProcessorState];
        }
        if ((groups & RegisterGroups.System) == 0) return;
        ref VirtualCpu vcpu = ref Displace(ref state, ref context);
        vcpu.System[SystemSlot.UserStack] = context.Frame[RegisterFrame.StackPointer];
        vcpu.System[SystemSlot.UserThread] = context.Frame[RegisterFrame.ThreadPointer];
        for (int index = 0; index < GuestRegisters.SystemCount; index++)
        {
            page[GuestRegisters.System + index] = vcpu.System[index];
        }
    }

    /// <inheritdoc/>
    public static void ImportRegisters(
        ref KernelState state, ref ExecutionContext context, ref UtcbPage page,
        RegisterGroups groups)
    {
        if ((groups & RegisterGroups.General) != 0)
        {
            for (int index = 0; index < GeneralCount; index++) context.Frame[index] = page[index];
        }
        if ((groups & RegisterGroups.Control) != 0)
        {
            context.Frame[RegisterFrame.ProgramCounter] = page[GuestRegisters.Pc];
            ulong wanted = page[GuestRegisters.Pstate] & ProcessorState.Settable;
            context.Frame[RegisterFrame.ProcessorState] =
                ProcessorState.IsGuestMode(wanted) ? wanted : ProcessorState.GuestReset;
        }
        if ((groups & RegisterGroups.System) == 0) return;
        ref VirtualCpu vcpu = ref Displace(ref state, ref context);
        for (int index = 0; index < GuestRegisters.SystemCount; index++)
        {
            vcpu.System[index] = page[GuestRegisters.System + index];
        }
        context.Frame[RegisterFrame.StackPointer] = vcpu.System[SystemSlot.UserStack];
        context.Frame[RegisterFrame.ThreadPointer] = vcpu.System[SystemSlot.UserThread];
    }

    /// <inheritdoc/>
    public static void InjectException(
        ref KernelState state, ref ExecutionContext context, bool isUndefined)
    {
        ref VirtualCpu vcpu = ref Displace(ref state, ref context);
        ulong before = context.Frame[RegisterFrame.ProcessorState];
        vcpu.System[SystemSlot.ExceptionReturn] = context.Frame[RegisterFrame.ProgramCounter];
        vcpu.System[SystemSlot.SavedState] = before;
        vcpu.System[SystemSlot.Syndrome] = isUndefined ? 1ul << 25
            : AbortSyndrome(ref vcpu, before);
        if (!isUndefined)
        {
            vcpu.System[SystemSlot.FaultAddress] = vcpu.System[SystemSlot.ExitAddress];
        }

        context.Frame[RegisterFrame.ProgramCounter] = vcpu.System[SystemSlot.VectorBase]
            + VectorOffset(before);
        ulong pan = (vcpu.System[SystemSlot.Control] & (1 << 23)) == 0 ? ProcessorState.Pan : 0;
        context.Frame[RegisterFrame.ProcessorState] =
            (before & (ProcessorState.Flags | ProcessorState.Pan)) | pan
                | ProcessorState.GuestReset;
    }

    // ESR_EL1 of a synchronous external abort, taken from EL0 or from EL1 itself (Arm ARM
    // D19.2.37).
    private static ulong AbortSyndrome(ref VirtualCpu vcpu, ulong before)
    {
        ExceptionSyndrome exit = new(vcpu.System[SystemSlot.ExitSyndrome]);
        ulong exceptionClass = exit.Class == ExceptionClass.InstructionAbort ? 0x20ul : 0x24;
        if ((before & ProcessorState.ModeMask) is 4 or 5) exceptionClass++;
        return (exceptionClass << 26) | (1ul << 25) | (exit.Value & (1 << 6)) | 0x10;
    }

    // Offset in the vector table of a synchronous exception (Arm ARM D1.3.1.1).
    internal static ulong VectorOffset(ulong before)
    {
        if ((before & 0x10) != 0) return 0x600;
        return (before & ProcessorState.ModeMask) switch
        {
            0 => 0x400,
            4 => 0,
            _ => 0x200,
        };
    }

    // Rare work on EL1 registers is done on the saved ones: the virtual CPU gives the hardware up
    // first.
    private static ref VirtualCpu Displace(ref KernelState state, ref ExecutionContext context)
    {
        ref Kernel.Scheduling.Cpu cpu = ref context.Cpu.In(ref state);
        if (cpu.SystemOwner == context.Self) SystemState<TBoard>.Displace(ref state, ref cpu);
        return ref context.Vcpu.In(ref state);
    }
}
