// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Memory;

/// <summary>A mapping that a domain has, or that is being made or removed, and the capability that
/// it stands on: when that goes, so does the mapping.
/// </summary>
[StructLayout(LayoutKind.Sequential, Size = RowBytes)]
public struct Mapping : IPoolRow
{
    /// <summary>Bytes of a row, a power of two.</summary>
    public const int RowBytes = 64;

    /// <summary>Domain; none: free row.</summary>
    public Link<ProtectionDomain> Domain;

    /// <summary>Capability of the segment; none for a UTCB page.</summary>
    public Link<Capability> Source;

    /// <summary>First guest-physical address.</summary>
    public GuestPhysicalAddress Address;

    /// <summary>Bytes.</summary>
    public ulong Bytes;

    /// <summary>First host address.</summary>
    public HostPhysicalAddress Target;

    /// <summary>Bytes from the first address on that are in the tables: all of them, or how far
    /// its making or its removal, which begins at the end, has come.</summary>
    public ulong Entered;

    /// <summary>Access and memory type.</summary>
    public MemoryAccess Access;

    /// <summary>Next mapping in its chain.</summary>
    public Link<Mapping> Next;

    /// <summary>Why it is being removed: <see cref="Reason.NotMapped"/>, or the refusal of the
    /// call that made it; <see cref="Reason.None"/>: it is not.</summary>
    public Reason Ending;

    readonly bool IPoolRow.IsFree => Domain.IsNone;
}
