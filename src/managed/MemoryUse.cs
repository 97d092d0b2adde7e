// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>How much memory the partition has and uses, in bytes.</summary>
public static class MemoryUse
{
    private const nint ImmortalSizeFigure = 0;
    private const nint ImmortalUsedFigure = 1;
    private const nint ScopeSizeFigure = 2;
    private const nint ScopePeakFigure = 3;
    private const nint CollectionsFigure = 4;

    /// <summary>Immortal memory in tier 1, the heap in tier 2.</summary>
    public static long Size => (long)RuntimeCalls.Figure(ImmortalSizeFigure);

    /// <summary>What of it has been given away, in tier 2 what was in use after the last
    /// collection and everything made since.</summary>
    public static long Used => (long)RuntimeCalls.Figure(ImmortalUsedFigure);

    /// <summary>Memory that the calling thread has for scopes; 0 in tier 2.</summary>
    public static long ScopeSize => (long)RuntimeCalls.Figure(ScopeSizeFigure);

    /// <summary>Most of it that was ever in use.</summary>
    public static long ScopePeak => (long)RuntimeCalls.Figure(ScopePeakFigure);

    /// <summary>Collections so far; 0 in tier 1.</summary>
    public static long Collections => (long)RuntimeCalls.Figure(CollectionsFigure);

    /// <summary>Collects the heap of tier 2 now, for instance at the end of a period. Does nothing in
    /// tier 1.</summary>
    public static void Collect() => RuntimeCalls.Collect();

    /// <summary>Writes the figures to the partition's log.</summary>
    public static void Report()
    {
        Log.Write("memory: "u8);
        Log.WriteDecimal((ulong)Used);
        Log.Write(" of "u8);
        Log.WriteDecimal((ulong)Size);
        Log.Write(" bytes used, scopes at most "u8);
        Log.WriteDecimal((ulong)ScopePeak);
        Log.Write(" of "u8);
        Log.WriteDecimal((ulong)ScopeSize);
        Log.Write(", "u8);
        Log.WriteDecimal((ulong)Collections);
        Log.Write(" collections"u8);
        Log.EndLine();
    }
}
