// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Arm64.Traps;

/// <summary>Synchronous exceptions of native threads that are not hypercalls.</summary>
/// <typeparam name="TBoard">The board.</typeparam>
internal static class ThreadTrap<TBoard> where TBoard : struct, IBoard
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

    private static FaultKind KindOf(ExceptionSyndrome syndrome) => syndrome.Class switch
    {
        ExceptionClass.DataAbort when syndrome.Abort.IsExternal => FaultKind.ExternalAbort,
        ExceptionClass.DataAbort when (syndrome.Value & 0x3f) == 0x21 => FaultKind.Alignment,
        ExceptionClass.DataAbort => FaultKind.DataAccess,
        ExceptionClass.InstructionAbort => FaultKind.InstructionFetch,
        ExceptionClass.ProgramCounterAlignment or ExceptionClass.StackAlignment =>
            FaultKind.Alignment,
        ExceptionClass.Breakpoint => FaultKind.Breakpoint,
        ExceptionClass.Unknown or ExceptionClass.SystemRegister or ExceptionClass.ScalableVectors
            or ExceptionClass.MatrixExtension or ExceptionClass.PointerAuthentication
            or ExceptionClass.IllegalState => FaultKind.UndefinedInstruction,
        _ => FaultKind.Other,
    };
}
