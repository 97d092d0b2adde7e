// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>HVC and SMC of guests (SMCCC 1.1): what is constant is answered here, the rest by the
/// monitor.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class GuestHypercall<TBoard> where TBoard : struct, IBoard
{
    private const uint SmcccVersion = 0x8000_0000;
    private const uint PsciVersion = 0x8400_0000;
    private const uint VendorUid = 0x8600_ff01;
    private const uint VendorRevision = 0x8600_ff03;
    private const ulong VersionOneOne = 0x1_0001;

    // The hot answers come first and end with their only call.
    internal static ref ExecutionContext Handle(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        uint function = (uint)context.Frame[0];
        if (syndrome.IsPlainHypercall && function is PsciVersion or SmcccVersion)
        {
            context.Frame[0] = VersionOneOne;
            return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
        }
        return ref HandleOther(ref state, ref context, syndrome);
    }

    private static ref ExecutionContext HandleOther(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        if (syndrome.Immediate != 0
            || !Answer(ref context)) return ref Forward(ref state, ref context, syndrome);
        if (syndrome.Class == ExceptionClass.SecureMonitor64) Arm64<TBoard>.Advance(ref context);
        return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref context);
    }

    private static bool Answer(ref ExecutionContext context)
    {
        switch ((uint)context.Frame[0])
        {
            case PsciVersion:
            case SmcccVersion:
                context.Frame[0] = VersionOneOne;
                return true;
            case VendorUid:
                // 6f3a9c52-1b7e-4d08-9e41-b0a1c4e2d753, a random identifier, as SMCCC 6.2 lays it
                // out.
                context.Frame[0] = 0x6f3a_9c52;
                context.Frame[1] = 0x084d_7e1b;
                context.Frame[2] = 0xa1b0_419e;
                context.Frame[3] = 0x53d7_e2c4;
                return true;
            case VendorRevision:
                context.Frame[0] = AbiVersion.Current >> 16;
                context.Frame[1] = AbiVersion.Current & 0xffff;
                return true;
            default:
                return false;
        }
    }

    // The monitor always steps over the instruction; an HVC is already behind it.
    private static ref ExecutionContext Forward(
        ref KernelState state, ref ExecutionContext context, ExceptionSyndrome syndrome)
    {
        bool isSmc = syndrome.Class == ExceptionClass.SecureMonitor64;
        if (!isSmc) context.Frame[RegisterFrame.ProgramCounter] -= 4;
        ulong word = syndrome.Immediate | (isSmc ? 1ul << 16 : 0);
        return ref VcpuExit<Arm64<TBoard>>.SendHypercall(ref state, ref context, word);
    }
}
