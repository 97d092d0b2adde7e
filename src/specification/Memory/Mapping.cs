// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Memory;

/// <summary>A range of host memory that is visible in a domain.</summary>
/// <param name="Address">First guest-physical address.</param>
/// <param name="Bytes">Size, a multiple of 4 KiB.</param>
/// <param name="HostAddress">Host-physical address of its first byte; 0 for a message page, which
/// is the kernel's own.</param>
/// <param name="Access">What the domain may do there.</param>
/// <param name="IsDevice">Whether it is device memory.</param>
/// <param name="Source">The capability of the segment that it came from; none for a message
/// page.</param>
/// <param name="Thread">The thread whose message page it is; else none.</param>
public sealed record Mapping(
    ulong Address,
    ulong Bytes,
    ulong HostAddress,
    MemoryAccess Access,
    bool IsDevice,
    SlotName Source,
    ObjectId Thread)
{
    /// <summary>First address behind it.</summary>
    public ulong End => Address + Bytes;

    /// <summary>Whether it is a thread's message page.</summary>
    public bool IsUtcb => !Thread.IsNone;
}
