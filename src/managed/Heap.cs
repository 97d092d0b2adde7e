// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>The collected heap of tier 2. In scoped memory (tier 1) there is nothing to collect, so
/// that the same source serves both.</summary>
public static class Heap
{
    private const int UsualPercent = 50;

    /// <summary>Collects now.</summary>
    /// <exception cref="System.InvalidOperationException">The server thread is in the midst of a
    /// call, and did not finish it in 10 ms; or the server thread asks while the main thread does
    /// not wait for anything.</exception>
    public static void Collect() => System.GC.Collect();

    /// <summary>Ends a period: collects when more than a share of the heap is in use, so that
    /// nothing is collected in the midst of one that does not use more than the rest.</summary>
    /// <param name="usedPercentMax">The share in hundredths of the heap; 0 collects always, 100
    /// never.</param>
    /// <returns>Whether it has collected.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException">The share is below 0 or above
    /// 100.</exception>
    /// <exception cref="System.InvalidOperationException">As for <see cref="Collect"/>.</exception>
    public static bool EndPeriod(int usedPercentMax = UsualPercent)
    {
        System.ArgumentOutOfRangeException.ThrowIfNegative(usedPercentMax);
        System.ArgumentOutOfRangeException.ThrowIfGreaterThan(usedPercentMax, 100);
        return RuntimeCalls.EndPeriod(usedPercentMax) != 0;
    }

    /// <summary>Writes figures of the heap to the partition's log.</summary>
    public static void Report()
    {
        Log.Write("heap: "u8);
        Log.WriteDecimal((ulong)MemoryUse.Used);
        Log.Write(" of "u8);
        Log.WriteDecimal((ulong)MemoryUse.Size);
        Log.Write(" bytes used, "u8);
        Log.WriteDecimal((ulong)MemoryUse.Collections);
        Log.Write(" collections, the longest "u8);
        Log.WriteDecimal((ulong)MemoryUse.LongestPause);
        Log.Write(" ticks, the last left "u8);
        Log.WriteDecimal((ulong)MemoryUse.LiveObjects);
        Log.Write(" objects of "u8);
        Log.WriteDecimal((ulong)MemoryUse.Live);
        Log.Write(" bytes"u8);
        Log.EndLine();
    }
}
