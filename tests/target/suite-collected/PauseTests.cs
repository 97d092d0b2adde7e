// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Collections keep the bound that the partition has printed.</summary>
internal static class PauseTests
{
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    private static Node? s_list;

    internal static void Run(ref RecordWriter records)
    {
        Fill();
        long count = Collect();
        records.Note("instructions of a collection, heap full"u8, (ulong)count);
        records.Note("instructions at most"u8, (ulong)MemoryUse.PauseBound);
        records.That("collected"u8, "pause"u8, count <= MemoryUse.PauseBound);
        Marking.Limit(1);
        count = Collect();
        Marking.Limit(0);
        records.Note("instructions with a stack of one"u8, (ulong)count);
        s_list = null;
    }

    // Nearly everything is live and small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fill()
    {
        long count = MemoryUse.Size * 8 / 10 / 40;
        for (long index = 0; index < count; index++) s_list = new Node { Next = s_list };
    }

    // Where instructions are counted, each takes a nanosecond.
    private static long Collect()
    {
        ulong start = Clock.Now;
        Heap.Collect();
        return (long)((Clock.Now - start) * NanosecondsPerSecond / Clock.Frequency);
    }
}
