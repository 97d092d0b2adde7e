// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Base of all structs.</summary>
/// <remarks>Equality of structs that define none compares bytes: structs with references or
/// floating
/// point must define their own, as the framework advises too.</remarks>
public abstract unsafe class ValueType
{
    public override bool Equals(object? obj)
    {
        if (obj is null || obj.Table != Table)
            return false;
        ref byte left = ref RuntimeHelpers.DataOf(this);
        ref byte right = ref RuntimeHelpers.DataOf(obj);
        uint size = Table->ValueSize;
        for (uint at = 0; at < size; at++)
        {
            if (Unsafe.AddByteOffset(ref left, (nuint)at) != Unsafe.AddByteOffset(ref right,
                (nuint)at))
                return false;
        }
        return true;
    }

    public override int GetHashCode()
    {
        ref byte data = ref RuntimeHelpers.DataOf(this);
        uint hash = 2166136261;
        uint size = Table->ValueSize;
        for (uint at = 0; at < size; at++)
            hash = (hash ^ Unsafe.AddByteOffset(ref data, (nuint)at)) * 16777619;
        return (int)hash;
    }

    public override string? ToString() => TypeNames.Of(Table);
}
