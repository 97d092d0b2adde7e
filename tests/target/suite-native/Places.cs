// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Abi.SystemImage;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native;

/// <summary>Selectors and addresses of the suite.</summary>
internal static class Places
{
    /// <summary>UTCB page of the tester.</summary>
    internal const ulong TesterUtcb = NativeLayout.Utcb + (2 * Limits.PageBytes);

    // Far more than the tables of the suite's description take.
    private const int TablesBytes = 0x1_0000;

    private const MemoryAccess Everything =
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    /// <summary>Memory of a virtual machine of the description, here of the tests: readable,
    /// writable, executable.</summary>
    internal static uint Memory { get; private set; }

    /// <summary>Host-physical address of <see cref="Memory"/>.</summary>
    internal static ulong HostAddress { get; private set; }

    /// <summary>The system image: readable and executable.</summary>
    internal const uint Image = Selectors.BootSegments;

    /// <summary>The server thread that takes faults and echoes messages.</summary>
    internal const uint Server = 200;

    /// <summary>Portal into it for faults.</summary>
    internal const uint FaultPortal = 201;

    /// <summary>Portal into it that echoes.</summary>
    internal const uint EchoPortal = 202;

    /// <summary>The thread that runs the tests.</summary>
    internal const uint Tester = 203;

    /// <summary>A semaphore that nobody ever raises.</summary>
    internal const uint Nobody = 205;

    /// <summary>First selector that a test may use and must empty again, up to 239.</summary>
    internal const uint Free = 208;

    /// <summary>First free page of <see cref="Memory"/>, behind the code page.</summary>
    internal const ulong FreeOffset = 0x1_0000;

    /// <summary>Addresses that tests may map at and must unmap again.</summary>
    internal const ulong FreeAddress = 0x0400_0000;

    /// <summary>Finds the memory.</summary>
    /// <param name="image">Address of the system image.</param>
    internal static void Initialize(ulong image)
    {
        SystemImageHeader header = Header(image);
        for (uint index = 0; index < header.Memory.Count; index++)
        {
            int offset = (int)header.Memory.Offset + ((int)index * Records.SizeOf<MemoryRecord>());
            MemoryRecord record = Records.At<MemoryRecord>(Tables(image), offset);
            if (record.Access != Everything) continue;
            Memory = Selectors.BootSegments + index;
            HostAddress = record.HostAddress;
        }
    }

    /// <summary>The image's header.</summary>
    /// <param name="image">Address of the system image.</param>
    /// <returns>The header.</returns>
    internal static SystemImageHeader Header(ulong image) =>
        Records.At<SystemImageHeader>(Tables(image), 0);

    /// <summary>A segment of this program.</summary>
    /// <param name="image">Address of the system image.</param>
    /// <param name="index">Its number.</param>
    /// <returns>The segment.</returns>
    internal static SegmentRecord Segment(ulong image, uint index)
    {
        int offset = (int)Header(image).Segments.Offset;
        return Records.At<SegmentRecord>(
            Tables(image), offset + ((int)index * Records.SizeOf<SegmentRecord>()));
    }

    private static ReadOnlySpan<byte> Tables(ulong image) =>
        MemoryWindow.OfMapping(image, TablesBytes, MemoryAccess.Read).Read(0, TablesBytes);

    /// <summary>UTCB page of short-lived thread n.</summary>
    /// <param name="number">1 and up.</param>
    /// <returns>The address.</returns>
    internal static ulong Utcb(uint number) =>
        NativeLayout.Utcb + ((number + 2) * Limits.PageBytes);
}
