// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System.Runtime.InteropServices;

public static unsafe partial class MemoryMarshal
{
    [Intrinsic]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T GetArrayDataReference<T>(T[] array) =>
        ref Unsafe.As<byte, T>(ref RuntimeHelpers.ElementsOf(array));

    public static ref byte GetArrayDataReference(Array array) => ref array.Data;
}
