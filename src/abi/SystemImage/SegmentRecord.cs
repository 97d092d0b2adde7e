// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>
/// A piece of a program. Segments without write access run in place, out of the image. Writable
/// ones have memory of their own: the partition manager copies <see cref="FileBytes"/> bytes there
/// and clears the rest. The manager's own writable segments lie in the image in full size and are
/// used in place.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct SegmentRecord
{
    /// <summary>Guest-physical address in the partition, a multiple of 4 KiB.</summary>
    public ulong Address;

    /// <summary>Bytes in memory, a multiple of 4 KiB.</summary>
    public ulong MemoryBytes;

    /// <summary>Offset of its bytes in the image, a multiple of 4 KiB.</summary>
    public ulong ImageOffset;

    /// <summary>Bytes in the image, at most <see cref="MemoryBytes"/>.</summary>
    public ulong FileBytes;

    /// <summary><see cref="Hash64"/> of the bytes in the image.</summary>
    public ulong Hash;

    /// <summary>Access of the program.</summary>
    public MemoryAccess Access;

    /// <summary>Memory record that a writable segment lives in; 0 (the image) when it is used in
    /// place.</summary>
    public uint Memory;

    /// <summary>Offset in that memory record; in place the same as
    /// <see cref="ImageOffset"/>.</summary>
    public ulong MemoryOffset;
}
