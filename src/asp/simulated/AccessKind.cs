// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated;

/// <summary>What a partition does to memory.</summary>
public enum AccessKind
{
    /// <summary>Reads data.</summary>
    Read,

    /// <summary>Writes data.</summary>
    Write,

    /// <summary>Fetches instructions.</summary>
    Fetch,
}
