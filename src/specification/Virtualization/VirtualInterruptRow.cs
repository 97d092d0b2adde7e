// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Virtualization;

/// <summary>State of one virtual interrupt of a virtual CPU.</summary>
/// <param name="IsEnabled">Whether it may be delivered.</param>
/// <param name="Priority">0 (most urgent) to 255.</param>
/// <param name="IsEdge">Edge- rather than level-triggered.</param>
/// <param name="IsLatched">Made pending and not taken since.</param>
/// <param name="IsRaised">Whether its input line is raised.</param>
/// <param name="IsActive">Taken and not ended.</param>
/// <param name="Physical">The interrupt line that made it pending and that its end ends; else
/// none.</param>
public sealed record VirtualInterruptRow(
    bool IsEnabled = false,
    byte Priority = 0,
    bool IsEdge = false,
    bool IsLatched = false,
    bool IsRaised = false,
    bool IsActive = false,
    ObjectId Physical = default)
{
    /// <summary>An interrupt that nobody touched.</summary>
    public static VirtualInterruptRow Untouched { get; } = new();

    /// <summary>Whether it is pending: latched, or a level that is raised.</summary>
    public bool IsPending => IsLatched || (IsRaised && !IsEdge);

    /// <summary>Whether the guest could take it now.</summary>
    public bool IsDeliverable => IsEnabled && IsPending && !IsActive;
}
