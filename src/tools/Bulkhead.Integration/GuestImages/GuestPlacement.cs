// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Description;
using Bulkhead.Integration.Diagnostics;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.GuestImages;

/// <summary>Where initial RAM disk and device tree go in a guest's memory.</summary>
/// <param name="Initrd">The RAM disk's place; size 0 when there is none.</param>
/// <param name="DeviceTree">The device tree's place.</param>
/// <remarks>
/// Linux wants the tree 8-byte aligned, within 2 MiB and in one 2 MiB block, and both away from the
/// kernel. They go to the top of the memory, where bare-metal programs expect nothing.
/// </remarks>
public sealed record GuestPlacement(MemoryRange Initrd, MemoryRange DeviceTree)
{
    /// <summary>Room for a device tree, in bytes: with boot loaders' own additions.</summary>
    public const ulong DeviceTreeSizeMax = 64UL << 10;

    private const ulong PageSize = 4096;

    /// <summary>Places RAM disk and device tree.</summary>
    /// <param name="memory">The guest's memory.</param>
    /// <param name="kernel">The kernel, in place.</param>
    /// <param name="initrdSize">Bytes of the RAM disk; 0 when there is none.</param>
    /// <returns>The places.</returns>
    /// <exception cref="GuestImageException">They do not fit beside the kernel.</exception>
    public static GuestPlacement Place(MemoryRange memory, GuestImage kernel, ulong initrdSize)
    {
        // From the top down, skipping pieces of the kernel that lie there.
        MemoryRange tree = PlaceBelow(memory, kernel, memory.End, DeviceTreeSizeMax);
        MemoryRange initrd = initrdSize == 0 ? new MemoryRange(tree.Base, 0)
            : PlaceBelow(memory, kernel, tree.Base, initrdSize);
        return new GuestPlacement(initrd, tree);
    }

    private static MemoryRange PlaceBelow(
        MemoryRange memory, GuestImage kernel, ulong end, ulong size)
    {
        while (end >= memory.Base && end - memory.Base >= size)
        {
            MemoryRange range = new((end - size) & ~(PageSize - 1), size);
            GuestPiece? obstacle =
                kernel.Pieces.FirstOrDefault(piece => piece.Range.Overlaps(range));
            if (obstacle is null)
            {
                return range;
            }

            end = obstacle.Address;
        }

        throw new GuestImageException(
            $"{SizeText.Format(size)} do not fit beside the kernel in {memory}",
            "give the machine more `memory`", DiagnosticId.ImageTooLarge);
    }
}
