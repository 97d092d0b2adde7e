// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi.SystemImage;

/// <summary>Kinds of <see cref="ResourceRecord"/>.</summary>
public enum ResourceKind : uint
{
    /// <summary>Invalid.</summary>
    None = 0,

    /// <summary>Memory of the program's own, cleared.</summary>
    Memory = 1,

    /// <summary>Device registers for the program.</summary>
    Device = 2,

    /// <summary>The guest's memory: mapped into the guest and into its monitor at the same
    /// address.</summary>
    GuestMemory = 3,

    /// <summary>A payload for the guest, mapped read only into the monitor.</summary>
    GuestPayload = 4,

    /// <summary>A physical interrupt for the program.</summary>
    Interrupt = 5,

    /// <summary>Device registers mapped into the guest itself.</summary>
    GuestDevice = 6,
}
