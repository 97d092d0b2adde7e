// SPDX-License-Identifier: MIT
namespace Bulkhead.Integration.Boards;

/// <summary>What the tool must know of a board: data only.</summary>
/// <param name="Name">Name in a description.</param>
/// <param name="MemoryBase">Host-physical address of the memory.</param>
/// <param name="MemoryMax">Most memory that the board can have, in bytes.</param>
/// <param name="LoadOffset">Where the bootable file is loaded, in bytes from the base.</param>
/// <param name="CpusMax">Most processors.</param>
/// <param name="Devices">The devices of its device tree.</param>
public sealed record Board(
    string Name,
    ulong MemoryBase,
    ulong MemoryMax,
    ulong LoadOffset,
    int CpusMax,
    IReadOnlyList<BoardDevice> Devices)
{
    /// <summary>Every board that the tool knows.</summary>
    public static IReadOnlyList<Board> All { get; } =
        [QemuVirtBoard.Create(), QemuVirtBoard.CreateSpinTable()];

    /// <summary>Project of the kernel for it, from the root of the tree.</summary>
    public string KernelProject { get; init; } = "src/image/Bulkhead.Image.csproj";

    /// <summary>Memory that a description gets when it does not say, in bytes.</summary>
    public const ulong DefaultMemorySize = 1UL << 30;

    /// <summary>The board of that name.</summary>
    /// <param name="name">A name.</param>
    /// <returns>The board, or null.</returns>
    public static Board? Find(string name) => All.FirstOrDefault(board => board.Name == name);

    /// <summary>The device at that path.</summary>
    /// <param name="path">A full device-tree path.</param>
    /// <returns>The device, or null.</returns>
    public BoardDevice? FindDevice(string path) =>
        Devices.FirstOrDefault(device => device.Path == path);
}
