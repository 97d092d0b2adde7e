// SPDX-License-Identifier: MIT
using System.Globalization;

namespace Bulkhead.Integration.Boards;

/// <summary>
/// QEMU's <c>virt</c> machine with GICv3. A test holds the table against the device tree that QEMU
/// itself writes (<c>-machine dumpdtb</c>).
/// </summary>
public static class QemuVirtBoard
{
    private const int VirtioSlotCount = 32;

    /// <summary>Makes the board's data.</summary>
    /// <returns>The board.</returns>
    public static Board Create() => new(
        "qemu-virt",
        MemoryBase: 0x4000_0000,
        MemoryMax: 64UL << 30,
        LoadOffset: 0x20_0000,
        CpusMax: 8,
        Devices:
        [
            new("/pl011@9000000", 0x0900_0000, 0x1000, [33]) { IsConsoleUart = true },
            new("/pl031@9010000", 0x0901_0000, 0x1000, [34]),
            new("/fw-cfg@9020000", 0x0902_0000, 0x18, [])
            {
                ReservedBecause = "it can write to any memory at the word of its owner",
            },
            new("/pl061@9030000", 0x0903_0000, 0x1000, [39]),
            new("/intc@8000000", 0x0800_0000, 0x1_0000, [])
            {
                ReservedBecause = "the kernel keeps the interrupt controller for itself",
            },
            .. Enumerable.Range(0, VirtioSlotCount).Select(VirtioSlot),
        ]);

    /// <summary>Makes the same machine's data as a board whose firmware has no PSCI.</summary>
    /// <returns>The board.</returns>
    public static Board CreateSpinTable() => Create() with
    {
        Name = "qemu-virt-spin-table",
        KernelProject = "src/image-spin-table/Bulkhead.Image.SpinTable.csproj",
    };

    // Slots are 512 bytes apart: eight of them share a page, so a page cannot be given away
    // without its neighbours. The validator says so.
    private static BoardDevice VirtioSlot(int index)
    {
        ulong address = 0x0a00_0000 + ((ulong)index * 0x200);
        string path = string.Create(CultureInfo.InvariantCulture, $"/virtio_mmio@{address:x}");
        return new BoardDevice(path, address, 0x200, [(uint)(48 + index)])
        {
            IsEdgeTriggered = true,
            ReachesAllMemory = true,
        };
    }
}
