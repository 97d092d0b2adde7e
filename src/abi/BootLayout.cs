// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>Where the partition manager finds at boot what the kernel gives it: selectors of its
/// capability space, addresses of its domain.</summary>
public static class BootLayout
{
    /// <summary>Selector of its own domain (<see cref="Rights.DomainAll"/>).</summary>
    public const uint OwnDomain = 6;

    /// <summary>Selector of the system capability (<see cref="Rights.SystemAll"/>).</summary>
    public const uint System = 7;

    /// <summary>Selector of interrupt 0 of the system image's resource table, counted over the
    /// interrupt resources; the next ones follow.</summary>
    public const uint Interrupts = 8;

    /// <summary>Selector of memory segment 0 of the system image's memory table; the next ones
    /// follow.</summary>
    public const uint Segments = 128;

    /// <summary>Address of its main thread's UTCB page.</summary>
    public const ulong Utcb = 0x0020_0000;

    /// <summary>Address of the system image, read only.</summary>
    public const ulong Image = 0x10_0000_0000;
}
