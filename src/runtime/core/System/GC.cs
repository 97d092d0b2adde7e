// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System;

/// <summary>The collector, where there is one: in scoped memory a collection does nothing.
/// </summary>
public static class GC
{
    public static int MaxGeneration => 0;

    /// <summary>Collects now.</summary>
    /// <exception cref="InvalidOperationException">Another thread is in the midst of using objects.
    /// </exception>
    public static void Collect() => Heap.Collect();

    public static void Collect(int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        Heap.Collect();
    }

    /// <summary>Bytes that are in use, with what was thrown away since the last
    /// collection.</summary>
    public static long GetTotalMemory(bool forceFullCollection)
    {
        if (forceFullCollection)
            Heap.Collect();
        return (long)Heap.UsedBytes;
    }

    public static int CollectionCount(int generation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(generation);
        return generation == 0 ? Heap.CollectionCount : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void KeepAlive(object? obj)
    {
    }

    /// <summary>Does nothing: there are no finalizers.</summary>
    public static void SuppressFinalize(object obj) => ArgumentNullException.ThrowIfNull(obj);
}
