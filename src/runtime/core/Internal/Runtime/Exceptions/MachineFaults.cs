// SPDX-License-Identifier: MIT
using System;
using System.Runtime;

namespace Internal.Runtime.Exceptions;

/// <summary>Faults of the machine become exceptions of the code that caused them.</summary>
internal static unsafe class MachineFaults
{
    /// <summary>Addresses that a null reference leads to; nothing is mapped there. Parts of objects
    /// further away are checked by the code itself.</summary>
    internal const nuint NullBytes = 0x1_0000;

    private const nint InstructionFetch = 2;    // FaultKind

    /// <summary>Entered by the fault entry, with the registers as they were.</summary>
    [RuntimeExport("bulkhead_fault")]
    private static void Raise(nint kind, nuint address, RegisterSet* registers)
    {
        bool isFetch = kind == InstructionFetch;
        // There is no code where it went: who called that is at fault.
        if (isFetch)
            registers->ProgramCounter = registers->LinkRegister;
        ExceptionDispatch.Throw(ExceptionOf(address), registers, !isFetch);
    }

    private static Exception ExceptionOf(nuint address)
    {
        if (address < NullBytes)
            return new NullReferenceException();
        nuint below = ThreadRecord.Current->StackLow - 1 - address;
        if (below < ThreadRecord.GuardBytes)
            return new StackOverflowException();
        return new AccessViolationException();
    }
}
