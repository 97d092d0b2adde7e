// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.BenchManaged;

/// <summary>Collections of a heap with few objects, and with a list in it.</summary>
internal static class Collections
{
    /// <summary>Nodes of the list.</summary>
    internal const int NodeCount = 1_000;

    private static Node? s_list;

    private sealed class Node
    {
        internal Node? Next;
        internal int Value;
    }

    /// <summary>Makes the list; what was thrown away in between does not count.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void MakeList()
    {
        for (int index = 0; index < NodeCount; index++)
        {
            s_list = new Node { Next = s_list, Value = index };
            Objects.Keep(new Node { Value = index });
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void DropList() => s_list = null;

    /// <summary>Ticks of a collection.</summary>
    internal static long Collect()
    {
        ulong start = Clock.Now;
        Heap.Collect();
        return (long)(Clock.Now - start);
    }
}
