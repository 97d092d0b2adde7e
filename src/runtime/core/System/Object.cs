// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Root of the type hierarchy.</summary>
public unsafe class Object
{
    // The name is looked up by the native compiler (generic unboxing thunks).
    private MethodTable* m_pEEType;

    public Object()
    {
    }

    internal MethodTable* Table => m_pEEType;

    public virtual bool Equals(object? obj) => (object)this == obj;

    public static bool Equals(object? objA, object? objB) =>
        objA == objB || (objA is not null && objB is not null && objA.Equals(objB));

    public static bool ReferenceEquals(object? objA, object? objB) => objA == objB;

    public virtual int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public virtual string? ToString() => TypeNames.Of(m_pEEType);

    [Intrinsic]
    public Type GetType() => Type.Of(m_pEEType);

    protected object MemberwiseClone() => ObjectCopy.Shallow(this);

    internal static void SetTable(void* chunk, MethodTable* table) => *(MethodTable**)chunk = table;
}
