// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>A mapping that a domain has, and the capability that it stands on: when that goes, so
/// does the mapping.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Mapping : IPoolRow
{
    /// <summary>Domain; none: free row.</summary>
    public Link<ProtectionDomain> Domain;

    /// <summary>Capability of the segment; none for a UTCB page.</summary>
    public Link<Capability> Source;

    /// <summary>First guest-physical address.</summary>
    public GuestPhysicalAddress Address;

    /// <summary>Bytes.</summary>
    public ulong Bytes;

    readonly bool IPoolRow.IsFree => Domain.IsNone;
}
