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
    private const nint LiveBytesFigure = 5;
    private const nint LiveObjectsFigure = 6;
    private const nint LongestPauseFigure = 7;
    private const nint PauseBoundFigure = 8;

    /// <summary>Immortal memory; in tier 2 the heap.</summary>
    public static long Size => (long)RuntimeCalls.Figure(ImmortalSizeFigure);

    /// <summary>What of it has been given away; in tier 2 since the last collection, with what that
    /// one left.</summary>
    public static long Used => (long)RuntimeCalls.Figure(ImmortalUsedFigure);

    /// <summary>Memory that the calling thread has for scopes.</summary>
    public static long ScopeSize => (long)RuntimeCalls.Figure(ScopeSizeFigure);

    /// <summary>Most of it that was ever in use.</summary>
    public static long ScopePeak => (long)RuntimeCalls.Figure(ScopePeakFigure);

    /// <summary>Collections so far; those below are 0 in tier 1, too.</summary>
    public static long Collections => (long)RuntimeCalls.Figure(CollectionsFigure);

    /// <summary>What the last collection left.</summary>
    public static long Live => (long)RuntimeCalls.Figure(LiveBytesFigure);

    /// <summary>How many objects the last collection left.</summary>
    public static long LiveObjects => (long)RuntimeCalls.Figure(LiveObjectsFigure);

    /// <summary>The longest collection so far, in counter ticks.</summary>
    public static long LongestPause => (long)RuntimeCalls.Figure(LongestPauseFigure);

    /// <summary>Instructions that no collection exceeds, whatever the heap holds.</summary>
    public static long PauseBound => (long)RuntimeCalls.Figure(PauseBoundFigure);

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
        Log.Write(" bytes"u8);
        Log.EndLine();
    }
}
