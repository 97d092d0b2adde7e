// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Guest-physical (and, stage 1 being off, virtual) addresses of a native
/// partition.</summary>
public static class NativeLayout
{
    /// <summary>The <see cref="PartitionInfo"/> page, read only.</summary>
    public const ulong PartitionInfo = 0x0010_0000;

    /// <summary>UTCB page of thread 0; thread n has the n-th page from here. Thread 0 is the main
    /// thread, 1 the server thread on its CPU, 2 + n the server thread on CPU n when that is
    /// another.</summary>
    public const ulong Utcb = BootLayout.Utcb;

    /// <summary>Most threads that the partition manager makes for a partition.</summary>
    public const int ThreadsMax = 2 + Limits.CpusMax;

    /// <summary>The server thread on CPU n, when that is not the main thread's, has its stack at
    /// the end of the n-th piece of <see cref="ServerStackStride"/> bytes from here. The rest of
    /// the piece stays unmapped, so an overflow faults.</summary>
    public const ulong ServerStacks = 0x0030_0000;

    /// <summary>Distance of these stacks.</summary>
    public const ulong ServerStackStride = 0x1_0000;

    /// <summary>Bytes of such a stack.</summary>
    public const ulong ServerStackBytes = 0x4000;

    /// <summary>Where programs are linked: text first.</summary>
    public const ulong Program = 0x0040_0000;

    /// <summary>First address of payload windows (guest kernels, initial RAM disks, the system
    /// image).</summary>
    public const ulong Payloads = BootLayout.Image;

    /// <summary>Bytes after the program's entry at which portal activations enter: the start stub
    /// holds two branches, the first for threads, the second for portals.</summary>
    public const ulong PortalEntryOffset = 4;
}
