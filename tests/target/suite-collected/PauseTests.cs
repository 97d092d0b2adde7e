// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Collections keep the bound that the partition has printed.</summary>
internal static class PauseTests
{
    private static Node? s_list;

    internal static void Run(ref RecordWriter records)
    {
        Fill();
        long ticks = Collect();
        records.Note("ticks of a collection, heap full"u8, (ulong)ticks);
        records.Note("instructions at most"u8, (ulong)MemoryUse.PauseBound);
        // One tick is one instruction where instructions are counted at 1 GHz, and more elsewhere.
        bool isKept = ticks <= MemoryUse.PauseBound;
        records.That("collected"u8, "pause"u8, isKept);
        Marking.Limit(1);
        ticks = Collect();
        Marking.Limit(0);
        records.Note("ticks with a stack of one"u8, (ulong)ticks);
        s_list = null;
    }

    // Nearly everything is live and small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill()
    {
        long count = MemoryUse.Size * 8 / 10 / 40;
        for (long index = 0; index < count; index++) s_list = new Node { Next = s_list };
    }

    private static long Collect()
    {
        ulong start = Clock.Now;
        Heap.Collect();
        return (long)(Clock.Now - start);
    }
}
