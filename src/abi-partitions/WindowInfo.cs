// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Abi;

/// <summary>A range that a native partition can reach, as told in its
/// <see cref="PartitionInfo"/>.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct WindowInfo
{
    /// <summary>What it is.</summary>
    public WindowKind Kind;

    /// <summary>What it may do there.</summary>
    public MemoryAccess Access;

    /// <summary>Guest-physical address in this partition.</summary>
    public ulong Address;

    /// <summary>Bytes; for payloads the exact size, not rounded up.</summary>
    public ulong Bytes;

    /// <summary>Device: number of its interrupt among the partition's (see
    /// <see cref="Selectors.Interrupt"/>), all ones if it has none. Payload: guest-physical address
    /// to load it to.
    /// </summary>
    public ulong Detail;
}
