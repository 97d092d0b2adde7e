// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Asp.Arm64;

/// <summary>A short look, at boot, at memory that EL2 does not map: read only, and gone
/// afterwards. What a spin table waits for is written in the same way.</summary>
internal static class BootWindow
{
    private const ulong BlockBytes = 1 << 21;
    private const ulong MemoryGigabyte = 1;
    private const ulong ReadOnlyBlock = (1ul << 54) | (1 << 10) | (3 << 8) | (2 << 6) | 1;
    private const ulong DeviceBlock = (1ul << 54) | (1 << 10) | (1 << 2) | 1;

    /// <summary>Maps the block of an address and the next one, as far as they are
    /// unmapped.</summary>
    /// <param name="address">Host address in the second gigabyte.</param>
    /// <param name="bytes">The bytes wanted, at most 2 MiB.</param>
    /// <returns>The bytes; none when the address is elsewhere.</returns>
    internal static unsafe ReadOnlySpan<byte> Open(ulong address, int bytes)
    {
        ulong block = address & ~(BlockBytes - 1);
        if (address >> 30 != MemoryGigabyte
            || (address + BlockBytes) >> 30 != MemoryGigabyte) return default;
        Enter(block);
        Enter(block + BlockBytes);
        Native.PublishTables();
        // SAFETY: two blocks from there on are mapped now; the span ends inside them.
        return new ReadOnlySpan<byte>((void*)address, bytes);
    }

    /// <summary>Removes what <see cref="Open"/> has mapped.</summary>
    /// <param name="address">The same address.</param>
    internal static void Close(ulong address)
    {
        if (address >> 30 != MemoryGigabyte
            || (address + BlockBytes) >> 30 != MemoryGigabyte) return;
        ulong block = address & ~(BlockBytes - 1);
        Leave(block);
        Leave(block + BlockBytes);
        Native.InvalidateKernel();
    }

    /// <summary>Tells a CPU in a spin table where to go. It looks with its caches off: the word is
    /// written past this CPU's, as to a device, so that it is at the point of coherency without
    /// being cleaned. Closing ends with the barrier and the event that it waits for.</summary>
    /// <param name="address">The CPU's release address, as the board has it.</param>
    /// <param name="entry">Where it goes.</param>
    /// <returns>False when the address is not in the second gigabyte.</returns>
    internal static bool Release(ulong address, ulong entry)
    {
        if (address >> 30 != MemoryGigabyte) return false;
        ref ulong mapping = ref EntryOf(address);
        Volatile.Write(ref mapping, (address & ~(BlockBytes - 1)) | DeviceBlock);
        Native.PublishTables();
        Mmio.Write64(address, entry);
        Volatile.Write(ref mapping, 0);
        Native.InvalidateKernel();
        return true;
    }

    private static void Enter(ulong block)
    {
        ref ulong entry = ref EntryOf(block);
        if (entry == 0) Volatile.Write(ref entry, block | ReadOnlyBlock);
    }

    private static void Leave(ulong block)
    {
        ref ulong entry = ref EntryOf(block);
        if (entry == (block | ReadOnlyBlock)) Volatile.Write(ref entry, 0);
    }

    private static unsafe ref ulong EntryOf(ulong block)
    {
        // SAFETY: the table has 512 entries, the index nine bits.
        return ref ((ulong*)Native.ReadMemoryTable())[(block >> 21) & 511];
    }
}
