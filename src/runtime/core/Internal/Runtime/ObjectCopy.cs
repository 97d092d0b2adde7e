// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Internal.Runtime;

/// <summary>Copies of objects and of values with references in them.</summary>
internal static unsafe class ObjectCopy
{
    /// <summary>A copy of the object's own fields or elements.</summary>
    internal static object Shallow(object source)
    {
        MethodTable* table = source.Table;
        object copy;
        nuint bytes;
        if (table->HasComponentSize)
        {
            int length = Unsafe.As<System.Array>(source).Length;
            copy = Allocation.NewArray(table, length);
            bytes = table->BaseSize - 16 + ((nuint)(uint)length * table->ComponentSize);
        }
        else
        {
            copy = Allocation.NewObject(table);
            bytes = table->BaseSize - 16;
        }
        Bytes(table, ref RuntimeHelpers.DataOf(copy), ref RuntimeHelpers.DataOf(source), bytes);
        return copy;
    }

    /// <summary>Copies bytes that belong to a type; references in them obey the heap's rules.
    /// </summary>
    internal static void Bytes(
        MethodTable* table, ref byte destination, ref byte source, nuint count)
    {
        if (table->HasPointers)
            Buffer.BulkMoveWithWriteBarrier(ref destination, ref source, count);
        else
            SpanHelpers.Memmove(ref destination, ref source, count);
    }
}
