// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Partitions.Manager;

/// <summary>
/// The one place where the manager maps other partitions' memory for a moment, to fill it before
/// its owner exists. Opened and closed around each piece, so no mapping outlives the work.
/// </summary>
public static class Workbench
{
    private const ulong Address = 0x20_0000_0000;

    /// <summary>Maps a piece.</summary>
    /// <param name="memory">Memory record.</param>
    /// <param name="offset">Offset in it.</param>
    /// <param name="bytes">Size in bytes.</param>
    /// <param name="window">The piece, readable and writable.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Open(
        uint memory, ulong offset, ulong bytes, out MemoryWindow window)
    {
        const MemoryAccess access = MemoryAccess.Read | MemoryAccess.Write;
        window = MemoryWindow.OfMapping(Address, bytes, access);
        return SystemKernel.Map(
            Selectors.OwnDomain, Selectors.BootSegments + memory, offset, Address, bytes, access);
    }

    /// <summary>Writes everything back to memory and unmaps the piece.</summary>
    /// <param name="window">The piece.</param>
    /// <returns>Success, or why not.</returns>
    public static ResultCode Close(in MemoryWindow window)
    {
        CacheMaintenance.CleanToPoC(in window, 0, window.Bytes);
        return SystemKernel.Unmap(Selectors.OwnDomain, Address, window.Bytes);
    }
}
