// SPDX-License-Identifier: MIT
namespace Bulkhead.Native;

/// <summary>
/// Makes memory visible to those who do not look through this CPU's caches: a guest whose MMU is
/// still off, a device, the instruction side.
/// </summary>
public static class CacheMaintenance
{
    /// <summary>Writes data back to the point of coherency.</summary>
    /// <param name="window">Memory; device windows are left alone.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Size in bytes; a range outside the window does nothing.</param>
    public static void CleanToPoC(in MemoryWindow window, ulong offset, ulong bytes)
    {
        if (IsCached(in window, offset, bytes)) Native.Clean(window.Address + offset, bytes);
    }

    /// <summary>Drops stale instructions, after the new ones were written and cleaned.</summary>
    /// <param name="window">Memory; device windows are left alone.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="bytes">Size in bytes; a range outside the window does nothing.</param>
    public static void InvalidateInstructions(in MemoryWindow window, ulong offset, ulong bytes)
    {
        if (!IsCached(in window, offset, bytes)) return;
        Native.InvalidateInstructions(window.Address + offset, bytes);
    }

    private static bool IsCached(in MemoryWindow window, ulong offset, ulong bytes) =>
        bytes != 0 && !window.IsDevice && window.Contains(offset, bytes);
}
