// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>Trapped system registers: software interrupts are the kernel's, everything else the
/// monitor's.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class SystemRegisterTrap<TBoard> where TBoard : struct, IBoard
{
    // RegisterAccess.Name(3, 0, 12, 11, 5) and the group S3_0_C0_C1..7.
    private const ulong SoftwareInterruptName = (3u << 20) | (5u << 17) | (12u << 10) | (11u << 1);
    private const ulong IdentificationGroup = 3u << 20;
    private const ulong GroupMask = (3u << 20) | (7u << 14) | (15u << 10);

    // The interrupt that a guest sends to itself comes first and ends with its only frame.
    internal static ref ExecutionContext Handle(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        RegisterAccess access = new(syndrome.Details);
        if ((access.Value & (RegisterAccess.NameMask | 1)) != SoftwareInterruptName)
        {
            return ref Forward(ref state, ref context, access);
        }
        SoftwareInterrupt request = new(Value(ref context, access));
        context.Frame[RegisterFrame.ProgramCounter] += 4;
        if (request.TargetsOnly(context.Vcpu.In(ref state).Number))
        {
            Injection<Arm64<TBoard>>.Pend(ref state, ref context, request.Interrupt);
        }
        else Send(ref state, ref context, request);
        return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
    }

    private static ref ExecutionContext Forward(
        ref KernelState state, ref ExecutionContext context, RegisterAccess access)
    {
        ulong value = access.IsRead ? HardwareValue(access) : Value(ref context, access);
        context.Vcpu.In(ref state).PendingAccess = WholeRegister(access.Register);
        return ref VcpuExit<Arm64<TBoard>>.Send(
            ref state, ref context, ExitKind.SystemRegister, access.Value, value, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Value(ref ExecutionContext context, RegisterAccess access) =>
        access.Register < 31 ? context.Frame[(int)access.Register] : 0;

    // Eight bytes into a 64-bit register: how a system register is read.
    private static MmioAccess WholeRegister(uint register) => new(3 | 16 | ((ulong)register << 8));

    // The monitor gives its guest a view of the identification registers; it needs to know what
    // there is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong HardwareValue(RegisterAccess access)
    {
        ulong row = (access.Value >> 1) & 15;
        if ((access.Value & GroupMask) != IdentificationGroup || row is 0 or > 7) return 0;
        return Native.ReadIdentification(((row - 1) * 8) + ((access.Value >> 17) & 7));
    }

    private static void Send(
        ref KernelState state, ref ExecutionContext context, SoftwareInterrupt request)
    {
        for (int index = 0; index < KernelState.VcpusMax; index++)
        {
            ref VirtualCpu vcpu = ref state.Vcpus[index];
            if (vcpu.Context.IsNone) continue;
            ref ExecutionContext target = ref vcpu.Context.In(ref state);
            if (target.Domain != context.Domain) continue;
            bool isTarget = request.ToAllOthers ? target.Self != context.Self
                : request.Targets(vcpu.Number);
            if (!isTarget) continue;
            if (target.Cpu == context.Cpu)
            {
                Injection<Arm64<TBoard>>.PendSeldom(ref state, ref target, request.Interrupt);
            }
            else Signals<Arm64<TBoard>>.Pend(ref state, ref target, 1u << (int)request.Interrupt);
        }
    }
}
