// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Values as objects and back.</summary>
internal static unsafe class Boxing
{
    internal static object? Box(MethodTable* table, ref byte data)
    {
        ref byte source = ref data;
        if (table->IsNullable)
        {
            if (data == 0)
                return null;
            source = ref Unsafe.AddByteOffset(ref data, (nuint)table->NullableValueOffset);
            table = MethodTable.GenericArgument(table, 0);
        }
        object box = Allocation.NewObject(table);
        ObjectCopy.Bytes(
            table, ref RuntimeHelpers.DataOf(box), ref source, table->ValueSize);
        return box;
    }

    internal static ref byte Unbox(MethodTable* table, object? obj)
    {
        if (obj is null)
            throw new NullReferenceException();
        Check(table, obj.Table);
        return ref RuntimeHelpers.DataOf(obj);
    }

    internal static void UnboxNullable(ref byte data, MethodTable* table, object? obj)
    {
        MethodTable* inner = MethodTable.GenericArgument(table, 0);
        ref byte value = ref Unsafe.AddByteOffset(ref data, (nuint)table->NullableValueOffset);
        if (obj is null)
        {
            SpanHelpers.ClearWithoutReferences(ref data, table->ValueSize);
            return;
        }
        // An enumeration is not its integer here.
        if (obj.Table != inner)
            Fail(table, obj.Table);
        data = 1;
        ObjectCopy.Bytes(inner, ref value, ref RuntimeHelpers.DataOf(obj), inner->ValueSize);
    }

    // An enumeration unboxes as its integer and the other way round.
    internal static void Check(MethodTable* wanted, MethodTable* have)
    {
        if (wanted == have)
            return;
        bool isInteger = wanted->Kind == have->Kind && wanted->Kind < ElementKind.Single
            && wanted->IsValueType;
        if (!isInteger)
            Fail(wanted, have);
    }

    private static void Fail(MethodTable* wanted, MethodTable* have) =>
        throw new InvalidCastException("Unable to cast object of type '" + TypeNames.Of(have)
            + "' to type '" + TypeNames.Of(wanted) + "'.");
}
