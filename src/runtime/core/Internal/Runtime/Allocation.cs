// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace Internal.Runtime;

/// <summary>New objects.</summary>
/// <remarks>
/// allocation.S takes memory from the thread's own piece; what does not fit there comes here. An
/// object's size counts the word before its table pointer.
/// </remarks>
internal static unsafe class Allocation
{
    private const nuint ArrayBytesMax = 1u << 30;

    internal static object NewObject(MethodTable* table) => NewFast(table);

    internal static object NewArray(MethodTable* table, int length) => NewArrayFast(table, length);

    internal static nuint SizeOf(MethodTable* table, uint length) =>
        ((nuint)table->BaseSize + ((nuint)length * table->ComponentSize) + 7) & ~(nuint)7;

    [RuntimeExport("bulkhead_new_slowly")]
    private static object NewSlowly(MethodTable* table)
    {
        nint at = Heap.Allocate(table->BaseSize);
        *(MethodTable**)at = table;
        return Unsafe.As<nint, object>(ref at);
    }

    [RuntimeExport("bulkhead_new_array_slowly")]
    private static object NewArraySlowly(MethodTable* table, nint length)
    {
        if (length < 0)
            ThrowHelpers.ThrowOverflowException();
        if (length > int.MaxValue)
            throw new OutOfMemoryException("Array dimensions exceeded supported range.");
        nuint bytes = SizeOf(table, (uint)length);
        if (bytes > ArrayBytesMax)
            throw Heap.Exhausted();
        nint at = Heap.Allocate(bytes);
        *(MethodTable**)at = table;
        *(int*)(at + 8) = (int)length;
        return Unsafe.As<nint, object>(ref at);
    }

    [RuntimeImport("RhpNewFast")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern object NewFast(MethodTable* table);

    [RuntimeImport("RhpNewArrayFast")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern object NewArrayFast(MethodTable* table, nint length);
}
