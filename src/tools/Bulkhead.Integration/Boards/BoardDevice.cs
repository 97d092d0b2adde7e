// SPDX-License-Identifier: MIT
using Bulkhead.Integration.Layout;
using Bulkhead.Integration.Model;

namespace Bulkhead.Integration.Boards;

/// <summary>A device as the board's device tree has it.</summary>
/// <param name="Path">Full path in the device tree.</param>
/// <param name="RegisterBase">Host-physical address of its registers.</param>
/// <param name="RegisterSize">Bytes of registers; mapped in whole 4 KiB pages.</param>
/// <param name="InterruptIds">GIC interrupt ids (32 and up for shared ones).</param>
public sealed record BoardDevice(
    string Path, ulong RegisterBase, ulong RegisterSize, IReadOnlyList<uint> InterruptIds)
{
    /// <summary>The pages that its registers lie in.</summary>
    public MemoryRange Pages
    {
        get
        {
            ulong start = Alignment.Down(RegisterBase, Alignment.Page);
            ulong end = Alignment.Up(RegisterBase + RegisterSize, Alignment.Page);
            return new MemoryRange(start, end - start);
        }
    }

    /// <summary>Why no partition may own it; empty when one may.</summary>
    public string ReservedBecause { get; init; } = "";

    /// <summary>True when its interrupts are edges, false when they are levels.</summary>
    public bool IsEdgeTriggered { get; init; }

    /// <summary>True when it can read and write all memory by itself (DMA).</summary>
    public bool ReachesAllMemory { get; init; }

    /// <summary>True when it is the UART that the console uses.</summary>
    public bool IsConsoleUart { get; init; }
}
