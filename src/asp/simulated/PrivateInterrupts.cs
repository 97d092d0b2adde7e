// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>Interrupts that belong to the architecture package.</summary>
public static class PrivateInterrupts
{
    /// <summary>Another CPU calls.</summary>
    public const uint Call = 1;

    /// <summary>Something happened in the virtual interrupt slots.</summary>
    public const uint Maintenance = 25;

    /// <summary>The kernel's timer.</summary>
    public const uint Timer = 26;

    /// <summary>The timer of the virtual CPU that owns the hardware's; the guest knows it under the
    /// same number.</summary>
    public const uint VirtualTimer = 27;

    internal const ulong All = (1ul << (int)Maintenance) | (1ul << (int)Timer)
        | (1ul << (int)VirtualTimer);
}
