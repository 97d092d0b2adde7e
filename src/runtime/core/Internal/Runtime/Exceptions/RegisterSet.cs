// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>The registers that a callee keeps, as they are in one frame.</summary>
/// <remarks>runtime.inc has the same offsets.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal struct RegisterSet
{
    internal const int KeptCount = 10;
    internal const int VectorCount = 8;

    /// <summary>d8 to d15.</summary>
    internal VectorTable Vectors;

    /// <summary>x19 to x28.</summary>
    internal KeptTable Kept;

    internal nuint FramePointer;
    internal nuint StackPointer;
    internal nuint ProgramCounter;

    /// <summary>x30; of meaning at a fault only, where the return address may be nowhere else.
    /// </summary>
    internal nuint LinkRegister;

    [InlineArray(VectorCount)]
    internal struct VectorTable
    {
        private nuint _element;
    }

    [InlineArray(KeptCount)]
    internal struct KeptTable
    {
        private nuint _element;
    }

    /// <summary>d8; the others follow.</summary>
    [UnscopedRef]
    internal ref nuint First => ref Vectors[0];
}
