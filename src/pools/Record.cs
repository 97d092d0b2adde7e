// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Pools;

/// <summary>Reading fixed layouts out of bytes that may be anything.</summary>
public static class Record
{
    /// <summary>Bytes of a record.</summary>
    /// <typeparam name="T">The layout.</typeparam>
    /// <returns>Its size.</returns>
    public static uint SizeOf<T>() where T : unmanaged => (uint)Unsafe.SizeOf<T>();

    /// <summary>Reads a record.</summary>
    /// <typeparam name="T">A layout without padding that matters and without invalid bit
    /// patterns.</typeparam>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Where it begins, any value.</param>
    /// <param name="record">The record; cleared when it does not lie inside.</param>
    /// <returns>Whether it lies inside.</returns>
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, ulong offset, out T record)
        where T : unmanaged
    {
        uint size = (uint)Unsafe.SizeOf<T>();
        if (offset > (uint)bytes.Length || (uint)bytes.Length - offset < size)
        {
            record = default;
            return false;
        }
        // SAFETY: the line above has shown that size bytes from offset lie inside the span; T is
        // unmanaged, so any bits are a value.
        record = Unsafe.ReadUnaligned<T>(in bytes[(int)offset]);
        return true;
    }
}
