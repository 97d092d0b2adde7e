// SPDX-License-Identifier: MIT
namespace Internal.Runtime.Exceptions;

/// <summary>One try block and what handles it.</summary>
internal unsafe struct Clause
{
    /// <summary>First byte of the block, from the method's start.</summary>
    internal uint Start;

    /// <summary>Byte behind the block.</summary>
    internal uint End;

    internal ClauseKind Kind;

    /// <summary>Code of the handler.</summary>
    internal nuint Handler;

    /// <summary>Code of the filter, of a filtered clause.</summary>
    internal nuint Filter;

    /// <summary>Caught type, of a typed clause.</summary>
    internal MethodTable* Type;

    internal readonly bool Covers(uint offset) => offset >= Start && offset < End;
}

/// <summary>What a clause does, in the native compiler's numbers.</summary>
internal enum ClauseKind
{
    Typed = 0,
    Finally = 1,
    Filter = 2,
}
