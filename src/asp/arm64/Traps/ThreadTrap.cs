// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>Synchronous exceptions of native threads that are not hypercalls.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class ThreadTrap<TBoard>
    where TBoard : struct, IBoard
{
    internal static ref ExecutionContext Handle(
        ref KernelState state, ref ExecutionContext thread, ExceptionSyndrome syndrome)
    {
        if (syndrome.Class == ExceptionClass.Vectors)
        {
            VectorSwitch.TakeOver(ref state, ref thread);
            return ref Scheduler<Arm64<TBoard>>.Stay(ref state, ref thread);
        }
        ulong address = syndrome.HasAddress ? Native.ReadFaultAddress() : 0;
        return ref ThreadFault<Arm64<TBoard>>.Report(
            ref state, ref thread, KindOf(syndrome), address, syndrome.Value);
    }

    private static FaultKind KindOf(ExceptionSyndrome syndrome)
    {
        switch (syndrome.Class)
        {
            case ExceptionClass.DataAbort:
                if (syndrome.Abort.IsExternal) return FaultKind.ExternalAbort;
                return (syndrome.Value & 0x3f) == 0x21 ? FaultKind.Alignment : FaultKind.DataAccess;
            case ExceptionClass.InstructionAbort:
                return FaultKind.InstructionFetch;
            case ExceptionClass.ProgramCounterAlignment:
            case ExceptionClass.StackAlignment:
                return FaultKind.Alignment;
            case ExceptionClass.Breakpoint:
                return FaultKind.Breakpoint;
            case ExceptionClass.Unknown:
            case ExceptionClass.SystemRegister:
            case ExceptionClass.ScalableVectors:
            case ExceptionClass.MatrixExtension:
            case ExceptionClass.PointerAuthentication:
            case ExceptionClass.IllegalState:
                return FaultKind.UndefinedInstruction;
            default:
                return FaultKind.Other;
        }
    }
}
