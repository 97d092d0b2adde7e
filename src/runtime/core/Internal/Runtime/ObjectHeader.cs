// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;
using System.Threading;

namespace Internal.Runtime;

/// <summary>The word before an object's table pointer: its lock and its hash code.</summary>
/// <remarks>
/// Bits 63:32 are a hash code, 0 until it was asked for. Bits 31:0 belong to Monitor and to the
/// collector. A constant object of the program has the word too, and it can be written.
/// </remarks>
internal static unsafe class ObjectHeader
{
    private static int _lastHash;

    internal static ref ulong Of(object value) => ref Unsafe.As<byte, ulong>(
        ref Unsafe.AddByteOffset(ref RuntimeHelpers.DataOf(value), (nint)(-16)));

    internal static int HashOf(object value)
    {
        ref ulong header = ref Of(value);
        ulong seen = Volatile.Read(ref header);
        while ((seen >> 32) == 0)
        {
            ulong hash = ((uint)Interlocked.Add(ref _lastHash, 0x61C88647) & 0x7FFFFFFF) | 1;
            ulong held = Interlocked.CompareExchange(ref header, seen | (hash << 32), seen);
            if (held == seen)
                return (int)hash;
            seen = held;
        }
        return (int)(seen >> 32);
    }
}
