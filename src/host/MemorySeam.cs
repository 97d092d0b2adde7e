// SPDX-License-Identifier: MIT
using System.ComponentModel;
using Bulkhead.Host.Simulated;

namespace Bulkhead.Host;

/// <summary>Where the SDK of partitions with a heap asks for scopes on the host.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MemorySeam
{
    private const int ImmortalSizeFigure = 0;
    private const int ImmortalUsedFigure = 1;
    private const int ScopeSizeFigure = 2;

    private static ThreadMemory Memory => HostThread.Current.Memory;

    private static PartitionMemory Size => HostThread.Current.Kernel.Memory;

    /// <summary>Begins a scope.</summary>
    /// <param name="bytesMax">What it asks for; 0: all that is left.</param>
    /// <returns>The scope.</returns>
    /// <exception cref="OutOfMemoryException">The thread has less left.</exception>
    public static int ScopeEnter(long bytesMax) => Memory.Enter(bytesMax, Size.ScopeBytes);

    /// <summary>Ends a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <exception cref="InvalidOperationException">It is not the innermost.</exception>
    public static void ScopeLeave(int scope) => Memory.Leave(scope);

    /// <summary>Begins to allocate for ever.</summary>
    /// <returns>To be given back.</returns>
    public static int ImmortalEnter() => Memory.ImmortalEnter();

    /// <summary>Goes back to the scope.</summary>
    /// <param name="place">What <see cref="ImmortalEnter"/> gave.</param>
    public static void ImmortalLeave(int place) => Memory.ImmortalLeave(place);

    /// <summary>A figure of memory, of the calling thread.</summary>
    /// <param name="which">Which, as the target's core library numbers them.</param>
    /// <returns>Bytes.</returns>
    public static long Figure(int which) => which switch
    {
        ImmortalSizeFigure => Size.Bytes - Size.ScopeBytes,
        ImmortalUsedFigure => Memory.Used,
        ScopeSizeFigure => Size.ScopeBytes,
        _ => Memory.ScopePeak,
    };
}
