// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Many periods of a dictionary and texts, as programs have them.</summary>
internal static class GrowthTests
{
    private const int PeriodCount = 100_000;

    private static readonly string[] s_names = ["Ada", "Grace"];

    private static int s_letters;

    internal static void Run(ref RecordWriter records)
    {
        for (int turn = 0; turn < 100; turn++) Period(turn);
        Stack.Wipe();
        Heap.Collect();
        long before = MemoryUse.Live;
        long collections = MemoryUse.Collections;
        for (int turn = 0; turn < PeriodCount; turn++)
        {
            Period(turn);
            Heap.EndPeriod(75);
        }
        records.Note("collections in periods"u8, (ulong)(MemoryUse.Collections - collections));
        Stack.Wipe();
        Heap.Collect();
        long grown = MemoryUse.Live - before;
        records.Equal("collected"u8, "growth"u8, 0, grown <= 256 ? 0 : (ulong)grown);
        records.That("collected"u8, "letters"u8, s_letters == (PeriodCount + 100) * 8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Period(int turn)
    {
        Dictionary<string, int> lengths = new();
        foreach (string name in s_names) lengths[$"{name} {turn}"] = name.Length;
        foreach (KeyValuePair<string, int> pair in lengths) s_letters += pair.Value;
    }
}
