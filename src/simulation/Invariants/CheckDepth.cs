// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Invariants;

/// <summary>How much of the kernel a check looks at.</summary>
public enum CheckDepth
{
    /// <summary>Rows in use, and what the last event can have changed.</summary>
    Quick = 0,

    /// <summary>Everything, from scratch.</summary>
    Full = 1,
}
