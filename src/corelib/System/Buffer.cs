// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Copies of elements.</summary>
internal static class Buffer
{
    /// <summary>Copies elements; the ranges may overlap. They may hold references to nothing but
    /// frozen objects: bytes are all there is to copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Memmove<T>(ref T destination, ref T source, nuint elementCount) =>
        SpanHelpers.Memmove(
            ref Unsafe.As<T, byte>(ref destination), ref Unsafe.As<T, byte>(ref source),
            elementCount * (nuint)(uint)Unsafe.SizeOf<T>());
}
