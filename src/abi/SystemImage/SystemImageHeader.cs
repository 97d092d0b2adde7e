// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// First bytes of a system image. All offsets count from here; numbers are little endian. The image
/// starts at a page boundary behind the kernel in the bootable file and is followed by its
/// payloads, each at a page boundary.
/// </summary>
/// <remarks>
/// The kernel checks magic, version, architecture, board, sizes and <see cref="TableHash"/>; the
/// partition manager checks each payload's hash before it starts anything. Both refuse with a
/// <see cref="Reason"/> on the console.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public struct SystemImageHeader
{
    /// <summary>Expected value of <see cref="Magic"/>: "BULKHEAD" in memory order.</summary>
    public const ulong MagicValue = 0x4441_4548_4b4c_5542;

    /// <summary>Version of the layout: major in the upper, minor in the lower 16 bits.</summary>
    public const uint VersionValue = 0x0005_0000;

    /// <summary>ELF machine number of AArch64.</summary>
    public const uint ArchitectureArm64 = 183;

    /// <summary>Largest table area in bytes, the header included.</summary>
    public const uint TableBytesMax = 1 << 20;

    /// <summary>Bytes of a record of <see cref="Partitions"/>. The kernel holds the size of each
    /// table against the image, and leaves the content of those that it does not use to the
    /// partition manager.</summary>
    public const uint PartitionBytes = 184;

    /// <summary>Bytes of a record of <see cref="Payloads"/>.</summary>
    public const uint PayloadBytes = 24;

    /// <summary>Bytes of a record of <see cref="Channels"/>.</summary>
    public const uint ChannelBytes = 16;

    /// <summary>Bytes of a record of <see cref="FrameWindows"/>.</summary>
    public const uint FrameWindowBytes = 32;

    /// <summary><see cref="MagicValue"/>.</summary>
    public ulong Magic;

    /// <summary><see cref="VersionValue"/>.</summary>
    public uint Version;

    /// <summary>ELF machine number.</summary>
    public uint Architecture;

    /// <summary>Board name, ASCII, padded with zeros.</summary>
    public PartitionName Board;

    /// <summary>Hash of the table area: <see cref="Hash64"/> over <see cref="TableBytes"/> bytes
    /// from the header's start, with this field as zero.</summary>
    public ulong TableHash;

    /// <summary>Bytes of the whole image, payloads included.</summary>
    public ulong TotalBytes;

    /// <summary>Bytes of the table area: header and tables.</summary>
    public uint TableBytes;

    /// <summary>Id of the partition whose console input is first.</summary>
    public uint ConsoleFocus;

    /// <summary>ASCII code of the console's escape key.</summary>
    public uint ConsoleEscapeKey;

    /// <summary>Id of the console server's partition, all ones if there is none.</summary>
    public uint ConsolePartition;

    /// <summary>First address of the board's memory that the image may use.</summary>
    public ulong MemoryBase;

    /// <summary>Bytes of memory that the image needs from <see cref="MemoryBase"/> on.</summary>
    public ulong MemoryBytes;

    /// <summary>Host-physical address that the image's first byte must be at.</summary>
    public ulong ImageAddress;

    /// <summary>Host-physical address of the first byte behind the kernel's own memory; no record
    /// may reach below.
    /// </summary>
    public ulong KernelEnd;

    /// <summary>Entry address of the partition manager.</summary>
    public ulong ManagerEntry;

    /// <summary>Initial stack pointer of the partition manager's main thread.</summary>
    public ulong ManagerStackTop;

    /// <summary>Initial stack pointer of the partition manager's server thread.</summary>
    public ulong ManagerServerStackTop;

    /// <summary>The manager's <see cref="SegmentRecord"/>s are the first of the segment
    /// table.</summary>
    public uint ManagerSegmentCount;

    /// <summary>CPUs that the kernel starts, at most <see cref="Limits.CpusMax"/>; 0:
    /// one.</summary>
    public uint CpuCount;

    /// <summary>Table of <c>PartitionRecord</c>.</summary>
    public TableReference Partitions;

    /// <summary>Table of <see cref="SegmentRecord"/>.</summary>
    public TableReference Segments;

    /// <summary>Table of <see cref="ResourceRecord"/>.</summary>
    public TableReference Resources;

    /// <summary>Table of <c>PayloadRecord</c>.</summary>
    public TableReference Payloads;

    /// <summary>Table of <c>ChannelRecord</c>.</summary>
    public TableReference Channels;

    /// <summary>Table of <see cref="MemoryRecord"/>: the segments that the kernel hands to the
    /// partition manager.
    /// </summary>
    public TableReference Memory;

    /// <summary>Table of <c>FrameWindowRecord</c>; empty when nothing is scheduled by
    /// time.</summary>
    public TableReference FrameWindows;
}
