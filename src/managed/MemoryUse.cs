// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>How much memory the partition has and uses, in bytes.</summary>
public static class MemoryUse
{
    private const nint ImmortalSizeFigure = 0;
    private const nint ImmortalUsedFigure = 1;
    private const nint ScopeSizeFigure = 2;
    private const nint ScopePeakFigure = 3;

    /// <summary>Immortal memory.</summary>
    public static long Size => (long)RuntimeCalls.Figure(ImmortalSizeFigure);

    /// <summary>What of it has been given away.</summary>
    public static long Used => (long)RuntimeCalls.Figure(ImmortalUsedFigure);

    /// <summary>Memory that the calling thread has for scopes.</summary>
    public static long ScopeSize => (long)RuntimeCalls.Figure(ScopeSizeFigure);

    /// <summary>Most of it that was ever in use.</summary>
    public static long ScopePeak => (long)RuntimeCalls.Figure(ScopePeakFigure);

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
