// SPDX-License-Identifier: MIT
using Internal.Runtime;

namespace System;

/// <summary>Looked up by the native compiler as soon as types are compared. It lays such objects
/// out itself, with the type's table as the only field.</summary>
internal sealed unsafe class RuntimeType : Type
{
    private const int HeaderBytes = 8;

    /// <summary>An object for a type that has none yet, in memory that stays.</summary>
    internal static nint MakeForever(MethodTable* table)
    {
        nint made = Heap.AllocateForever(HeaderBytes + (2 * (nuint)sizeof(nint))) + HeaderBytes;
        ((MethodTable**)made)[0] = Internal.Runtime.MethodTable.Of<RuntimeType>();
        ((MethodTable**)made)[1] = table;
        return made;
    }
}
