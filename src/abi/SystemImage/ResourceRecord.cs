// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi.SystemImage;

/// <summary>Something that a partition gets besides its program.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct ResourceRecord
{
    /// <summary>What it is.</summary>
    public ResourceKind Kind;

    /// <summary>Access for memory, devices and guest memory.</summary>
    public MemoryAccess Access;

    /// <summary>Guest-physical address in the partition.</summary>
    public ulong Address;

    /// <summary>Bytes, a multiple of 4 KiB.</summary>
    public ulong Bytes;

    /// <summary>Memory record that it lives in.</summary>
    public uint Memory;

    /// <summary>Payload: index in the payload table. Interrupt: physical interrupt id.</summary>
    public uint Index;

    /// <summary>Offset in the memory record.</summary>
    public ulong MemoryOffset;

    /// <summary>Payload: guest-physical address to load it to. Interrupt: 1 when edge-triggered.
    /// Device: number of its interrupt among the partition's interrupt resources, all ones if
    /// none.</summary>
    public ulong Detail;
}
