// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Asp.Simulated;

/// <summary>A virtual CPU's registers on their way to and from a message page.</summary>
public static class GuestRegisterFile
{
    /// <summary>Word of <see cref="VirtualCpu.System"/> that holds the first register of the ABI's
    /// order.</summary>
    public const int FirstSystemWord = 8;

    private const int GeneralCount = 31;
    private const int VectorBase = 6;
    private const int Syndrome = 9;
    private const ulong SynchronousOffset = 0x200;
    private const ulong UndefinedSyndrome = 1ul << 25;
    private const ulong AbortSyndrome = (0x25ul << 26) | (1ul << 25) | 0x10;

    // Mode bits: a guest never gets the kernel's own level.
    private const ulong StateMask = 0xf000_03c7;

    /// <summary>Copies register groups into a page.</summary>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its state.</param>
    /// <param name="page">The page.</param>
    /// <param name="groups">Which.</param>
    public static void Export(
        ref ExecutionContext context, ref VirtualCpu vcpu, ref UtcbPage page, RegisterGroups groups)
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
        for (int index = 0; index < GuestRegisters.SystemCount; index++)
        {
            page[GuestRegisters.System + index] = vcpu.System[FirstSystemWord + index];
        }
    }

    /// <summary>Loads register groups from a page.</summary>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="vcpu">Its state.</param>
    /// <param name="page">The page.</param>
    /// <param name="groups">Which.</param>
    public static void Import(
        ref ExecutionContext context, ref VirtualCpu vcpu, ref UtcbPage page, RegisterGroups groups)
    {
        if ((groups & RegisterGroups.General) != 0)
        {
            for (int index = 0; index < GeneralCount; index++) context.Frame[index] = page[index];
        }
        if ((groups & RegisterGroups.Control) != 0)
        {
            context.Frame[RegisterFrame.ProgramCounter] = page[GuestRegisters.Pc];
            context.Frame[RegisterFrame.ProcessorState] = page[GuestRegisters.Pstate] & StateMask;
        }
        if ((groups & RegisterGroups.System) == 0) return;
        for (int index = 0; index < GuestRegisters.SystemCount; index++)
        {
            vcpu.System[FirstSystemWord + index] = page[GuestRegisters.System + index];
        }
    }

    /// <summary>Raises a synchronous exception in the guest.</summary>
    /// <param name="state">The kernel.</param>
    /// <param name="context">The virtual CPU.</param>
    /// <param name="isUndefined">Undefined instruction; else external abort.</param>
    public static void InjectException(
        ref KernelState state, ref ExecutionContext context, bool isUndefined)
    {
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);
        vcpu.System[FirstSystemWord + Syndrome] = isUndefined ? UndefinedSyndrome : AbortSyndrome;
        context.Frame[RegisterFrame.ProgramCounter] = vcpu.System[FirstSystemWord + VectorBase]
            + SynchronousOffset;
    }
}
