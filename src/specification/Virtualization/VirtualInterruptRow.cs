// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Virtualization;

/// <summary>State of one virtual interrupt of a virtual CPU.</summary>
/// <param name="IsEnabled">Whether it may be delivered.</param>
/// <param name="Priority">0 (most urgent) to 255.</param>
/// <param name="IsEdge">Edge- rather than level-triggered.</param>
/// <param name="IsPending">Made pending and not taken since.</param>
/// <param name="IsRaised">Whether its input line is raised.</param>
/// <param name="IsActive">Taken and not ended.</param>
public sealed record VirtualInterruptRow(
    bool IsEnabled = false,
    byte Priority = 0,
    bool IsEdge = false,
    bool IsPending = false,
    bool IsRaised = false,
    bool IsActive = false)
{
    /// <summary>An interrupt that nobody touched.</summary>
    public static VirtualInterruptRow Untouched { get; } = new();

    /// <summary>Whether the guest could take it now.</summary>
    public bool IsDeliverable => IsEnabled && IsPending && !IsActive;

    /// <summary>Whether it ends a guest's wait. One that is active and pending again does
    /// too.</summary>
    public bool IsWaking => IsEnabled && IsPending;

    /// <summary>Whether its line keeps it pending.</summary>
    internal bool IsHeld => IsRaised && !IsEdge;
}
