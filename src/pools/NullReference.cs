// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Bulkhead.Pools;

/// <summary>References that refer to nothing, which a hot method gives for "not done".</summary>
public static class NullReference
{
    /// <summary>Whether a reference is one.</summary>
    /// <typeparam name="T">What it would refer to.</typeparam>
    /// <param name="item">The reference; it is not followed.</param>
    /// <returns>Whether it refers to nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is<T>(ref T item)
        where T : unmanaged => Unsafe.IsNullRef(ref item);
}
