// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>Where a scheduling context is.</summary>
public enum SchedulingState : byte
{
    /// <summary>Nowhere: its context is off.</summary>
    Parked = 0,

    /// <summary>In the run queue.</summary>
    Queued = 1,

    /// <summary>In the list of those that wait for a blocked execution context.</summary>
    Blocked = 2,

    /// <summary>Out of budget until its replenishment.</summary>
    Depleted = 3,
}
