// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>
/// What a native thread did wrong. Its fault portal is called with the words: 0 fault kind, 1
/// address (guest-physical for memory faults, 0 where there is none), 2 syndrome (ESR_EL2), 3 pc, 4
/// the thread's tag, 5 stack pointer. The reply is an <see cref="ExitAction"/>:
/// <see cref="ExitAction.Off"/> stops the thread.
/// </summary>
public enum FaultKind : byte
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Data access without permission or mapping.</summary>
    DataAccess = 1,

    /// <summary>Instruction fetch without permission or mapping.</summary>
    InstructionFetch = 2,

    /// <summary>Undefined or trapped instruction.</summary>
    UndefinedInstruction = 3,

    /// <summary>Misaligned stack pointer, program counter or access.</summary>
    Alignment = 4,

    /// <summary>Breakpoint instruction: the program gave up (a failed check of safe C#).</summary>
    Breakpoint = 5,

    /// <summary>System error or external abort.</summary>
    ExternalAbort = 6,

    /// <summary>Anything else.</summary>
    Other = 7,
}
