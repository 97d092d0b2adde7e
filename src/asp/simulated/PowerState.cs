// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>Whether the simulated machine runs.</summary>
public enum PowerState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It was powered off.</summary>
    Off,

    /// <summary>It was reset.</summary>
    Reset,
}
