// SPDX-License-Identifier: MIT
using System;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Collected;

/// <summary>Keeps tests from seeing what their own earlier calls left on the stack.</summary>
internal static class Stack
{
    private const int Bytes = 8192;

    /// <summary>Overwrites the part of the stack that is not in use.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Wipe()
    {
        Span<byte> used = stackalloc byte[Bytes];
        used.Clear();
        Keep(used);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep(Span<byte> used)
    {
    }
}
