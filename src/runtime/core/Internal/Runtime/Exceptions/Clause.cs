// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Exceptions;

/// <summary>One try block and what handles it, as the frame table has it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Clause
{
    private const uint KindMask = 3;

    /// <summary>First instruction of the block, from the method's start.</summary>
    internal ushort Start;

    /// <summary>Instruction behind the block.</summary>
    internal ushort End;

    private uint _handler;
    private uint _value;

    internal readonly ClauseKind Kind => (ClauseKind)(_handler & KindMask);

    /// <summary>Code of the handler.</summary>
    internal readonly nuint Handler => _handler & ~KindMask;

    /// <summary>Code of the filter, of a filtered clause.</summary>
    internal readonly nuint Filter => _value;

    /// <summary>Caught type, of a typed clause.</summary>
    internal readonly MethodTable* Type => (MethodTable*)(nuint)_value;

    internal readonly bool Covers(uint instruction) => instruction >= Start && instruction < End;
}

/// <summary>What a clause does, in the native compiler's numbers.</summary>
internal enum ClauseKind
{
    Typed = 0,
    Finally = 1,
    Filter = 2,
}
