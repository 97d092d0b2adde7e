// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Abi.SystemImage;

namespace Bulkhead.Simulation.Replay;

/// <summary>What the target boots so that it has a simulation's memory and interrupts, at the same
/// selectors: the follower's program, the shape's records, the region last.</summary>
internal static class ShapedTables
{
    private const ulong BlockBytes = 2ul << 20;

    /// <summary>Makes the tables.</summary>
    /// <param name="tables">What the follower's system boots.</param>
    /// <param name="shape">The simulation's system.</param>
    /// <returns>The tables.</returns>
    internal static BootTables Of(BootTables tables, SystemShape shape)
    {
        ulong address = (tables.MemoryEnd + BlockBytes - 1) & ~(BlockBytes - 1);
        List<MemoryRecord> memory = [tables.Memory(0), .. shape.MemoryFrom(address)];
        foreach (MemoryRecord record in memory)
        {
            bool isMemory = (record.Access & MemoryAccess.Device) == 0;
            if (isMemory) address = Math.Max(address, record.HostAddress + record.Bytes);
        }
        memory.Add(tables.Memory(tables.RegionSelector - Selectors.BootSegments));
        return tables.With(
            CollectionsMarshal.AsSpan(memory), CollectionsMarshal.AsSpan(shape.ToResources()),
            address);
    }
}
