// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Native;

/// <summary>
/// Looks at bytes as records of the ABI. Safe for types that have no references: every bit pattern
/// is a value of theirs.
/// </summary>
public static class Records
{
    /// <summary>The record at an offset.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="bytes">The bytes.</param>
    /// <param name="offset">Offset; a record that is not wholly inside is a panic.</param>
    /// <returns>The record, in place.</returns>
    public static ref readonly T At<T>(ReadOnlySpan<byte> bytes, int offset) where T : unmanaged =>
        ref MemoryMarshal.AsRef<T>(bytes.Slice(offset, Unsafe.SizeOf<T>()));

    /// <summary>The record at the start of writable bytes.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="bytes">The bytes; fewer than the record has are a panic.</param>
    /// <returns>The record, in place.</returns>
    public static ref T First<T>(Span<byte> bytes) where T : unmanaged =>
        ref MemoryMarshal.AsRef<T>(bytes);

    /// <summary>Bytes of a record.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <returns>Its size.</returns>
    public static int SizeOf<T>() where T : unmanaged => Unsafe.SizeOf<T>();
}
