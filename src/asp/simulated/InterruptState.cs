// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>One physical interrupt in the controller.</summary>
public struct InterruptState
{
    /// <summary>Open.</summary>
    public bool IsEnabled;

    /// <summary>Edge-triggered: pending is a latch; else it follows the line.</summary>
    public bool IsEdge;

    /// <summary>A latched edge.</summary>
    public bool IsLatched;

    /// <summary>The input line.</summary>
    public bool IsRaised;

    /// <summary>Taken and not yet ended.</summary>
    public bool IsActive;

    /// <summary>Made pending by software, until it is taken.</summary>
    public bool IsRequested;

    /// <summary>Whether it is pending.</summary>
    public readonly bool IsPending => IsRequested || (IsEdge ? IsLatched : IsRaised);

    /// <summary>Whether it would be taken now.</summary>
    public readonly bool IsDeliverable => IsEnabled && !IsActive && IsPending;
}
