// SPDX-License-Identifier: MIT
using System;
using System.Runtime;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite.Replay;

/// <summary>Maps the region with the list of events and follows it. This is all that the root does
/// by itself: the host applies the same mapping as the first event of every trace.</summary>
public static class Program
{
    // Far more than the tables of the description take.
    private const int TablesBytes = 0x1_0000;

    private const MemoryAccess Everything =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    /// <summary>The root thread.</summary>
    /// <param name="image">Address of the system image.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong image)
    {
        Imports.Begin(FindMemory(image));
        SystemKernel.ConsoleWrite(Selectors.System, "replay: no memory\r\n"u8);
    }

    // The region is in the last memory that may be executed, too: the virtual machine's of the
    // description. What simulations have comes before it.
    private static uint FindMemory(ulong image)
    {
        ReadOnlySpan<byte> tables =
            MemoryWindow.OfMapping(image, TablesBytes, MemoryAccess.Read).Read(0, TablesBytes);
        TableReference memory = Records.At<SystemImageHeader>(tables, 0).Memory;
        for (uint count = memory.Count; count > 0; count--)
        {
            uint index = count - 1;
            int offset = (int)memory.Offset + ((int)index * Records.SizeOf<MemoryRecord>());
            MemoryRecord record = Records.At<MemoryRecord>(tables, offset);
            if (record.Access == Everything) return Selectors.BootSegments + index;
        }
        return Selectors.Null;
    }
}
