// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Scheduling;

/// <summary>What a timer node belongs to.</summary>
public enum TimerKind : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Deadline of a waiting thread.</summary>
    Deadline = 1,

    /// <summary>Replenishment of a scheduling context.</summary>
    Replenishment = 2,

    /// <summary>Virtual timer of a virtual CPU that does not own the hardware's.</summary>
    VirtualTimer = 3,
}
