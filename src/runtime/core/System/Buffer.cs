// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>Blocks of memory.</summary>
public static unsafe class Buffer
{
    public static void BlockCopy(Array src, int srcOffset, Array dst, int dstOffset, int count)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(dst);
        CheckPrimitive(src);
        CheckPrimitive(dst);
        ArgumentOutOfRangeException.ThrowIfNegative(srcOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(dstOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (ByteLength(src) - srcOffset < count || ByteLength(dst) - dstOffset < count)
            throw new ArgumentException("Offset and length were out of bounds for the array.");
        SpanHelpers.Memmove(
            ref Unsafe.AddByteOffset(ref dst.Data, (nuint)(uint)dstOffset),
            ref Unsafe.AddByteOffset(ref src.Data, (nuint)(uint)srcOffset), (nuint)(uint)count);
    }

    public static int ByteLength(Array array) => (int)((uint)array.Length * array.ElementSize);

    // Called by name for large structs with references, too.
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source,
        nuint byteCount)
    {
        Heap.CheckStores(ref destination, ref source, byteCount);
        SpanHelpers.Memmove(ref destination, ref source, byteCount);
    }

    internal static void Memmove<T>(ref T destination, ref T source, nuint elementCount)
    {
        ref byte to = ref Unsafe.As<T, byte>(ref destination);
        ref byte from = ref Unsafe.As<T, byte>(ref source);
        nuint bytes = elementCount * (nuint)(uint)Unsafe.SizeOf<T>();
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            BulkMoveWithWriteBarrier(ref to, ref from, bytes);
        else
            SpanHelpers.Memmove(ref to, ref from, bytes);
    }

    private static void CheckPrimitive(Array array)
    {
        if (array.Table->Element->Kind >= ElementKind.ValueType)
            throw new ArgumentException("Object must be an array of primitives.");
    }
}
