// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>Whether the machine runs.</summary>
public enum MachinePower
{
    /// <summary>It runs.</summary>
    On = 0,

    /// <summary>It was powered off.</summary>
    Off = 1,

    /// <summary>It was reset.</summary>
    Reset = 2,
}
