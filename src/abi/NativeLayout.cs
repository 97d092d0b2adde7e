// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Guest-physical (and, stage 1 being off, virtual) addresses of a native
/// partition.</summary>
public static class NativeLayout
{
    /// <summary>The <see cref="PartitionInfo"/> page, read only.</summary>
    public const ulong PartitionInfo = 0x0010_0000;

    /// <summary>UTCB page of thread 0; thread n has the n-th page from here.</summary>
    public const ulong Utcb = 0x0020_0000;

    /// <summary>Where programs are linked: text first.</summary>
    public const ulong Program = 0x0040_0000;

    /// <summary>First address of payload windows (guest kernels, initial RAM disks, the system
    /// image).</summary>
    public const ulong Payloads = 0x10_0000_0000;

    /// <summary>Bytes after the program's entry at which portal activations enter: the start stub
    /// holds two branches, the first for threads, the second for portals.</summary>
    public const ulong PortalEntryOffset = 4;
}
