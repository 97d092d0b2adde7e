// SPDX-License-Identifier: MIT
namespace Bulkhead.Partitions.Console;

/// <summary>What a typed byte asks for.</summary>
public enum InputAction
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Give it to the client with the focus.</summary>
    Deliver = 1,

    /// <summary>The focus went to another client.</summary>
    Switch = 2,

    /// <summary>Show how it works.</summary>
    Help = 3,
}
