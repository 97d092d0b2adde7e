// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// A memory or device range that the kernel makes a memory segment of and hands to the partition
/// manager, record n at selector <see cref="BootLayout.Segments"/> + n. Record 0 is the system
/// image itself, read only (read and execute, for programs that run in place); ranges of normal
/// memory do not overlap each other; device ranges do not overlap the kernel's own devices. At most
/// 64 records.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct MemoryRecord
{
    /// <summary>Most records.</summary>
    public const int CountMax = 64;

    /// <summary>Host-physical address, a multiple of 4 KiB.</summary>
    public ulong HostAddress;

    /// <summary>Bytes, a multiple of 4 KiB.</summary>
    public ulong Bytes;

    /// <summary>Greatest access; <see cref="MemoryAccess.Device"/> for device registers.</summary>
    public MemoryAccess Access;

    /// <summary>Partition that it is meant for, all ones for the manager.</summary>
    public uint Partition;
}
