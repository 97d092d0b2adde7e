// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>The registers that a callee keeps, as they are in one frame.</summary>
/// <remarks>runtime.inc has the same offsets.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RegisterSet
{
    internal const int KeptFirst = 19;
    internal const int KeptCount = 10;
    internal const int VectorFirst = 8;
    internal const int VectorCount = 8;

    /// <summary>x19 to x28.</summary>
    internal KeptTable Kept;

    internal nuint FramePointer;
    internal nuint StackPointer;
    internal nuint ProgramCounter;

    /// <summary>d8 to d15.</summary>
    internal VectorTable Vectors;

    /// <summary>x30, of the frame where a walk begins.</summary>
    internal nuint LinkRegister;

    [InlineArray(KeptCount)]
    internal struct KeptTable
    {
        private nuint _element;
    }

    [InlineArray(VectorCount)]
    internal struct VectorTable
    {
        private ulong _element;
    }

    /// <summary>Takes a register by its DWARF number; others are of no interest.</summary>
    internal void Set(int register, nuint value)
    {
        if (register == 29)
            FramePointer = value;
        else if (register == 30)
            ProgramCounter = value;
        else if (register >= KeptFirst && register < KeptFirst + KeptCount)
            Kept[register - KeptFirst] = value;
        else if (register >= 64 + VectorFirst && register < 64 + VectorFirst + VectorCount)
            Vectors[register - 64 - VectorFirst] = value;
    }

    internal readonly nuint Get(int register) => register switch
    {
        29 => FramePointer,
        31 => StackPointer,
        >= KeptFirst and < KeptFirst + KeptCount => Kept[register - KeptFirst],
        _ => 0,
    };
}
