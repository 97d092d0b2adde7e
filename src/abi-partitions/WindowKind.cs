// SPDX-License-Identifier: MIT
namespace Bulkhead.Abi;

/// <summary>What a window of a native partition shows.</summary>
public enum WindowKind : uint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Memory of the partition's own.</summary>
    Memory = 1,

    /// <summary>Registers of a device.</summary>
    Device = 2,

    /// <summary>The guest's memory (in its monitor), at the guest's own address.</summary>
    GuestMemory = 3,

    /// <summary>A payload to copy into guest memory before the guest starts.</summary>
    GuestPayload = 4,

    /// <summary>The whole system image (in the partition manager).</summary>
    SystemImage = 5,
}
