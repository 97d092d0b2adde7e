// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Caches;

/// <summary>
/// What lies of 64 bytes of memory in the data caches: near the CPUs, where data accesses go, and
/// at the point of unification, where instruction fetches come from. Memory itself is the point of
/// coherency.
/// </summary>
internal struct CacheLine
{
    /// <summary>Data near the CPUs, which are coherent with each other.</summary>
    internal LineWords Data;

    /// <summary>Data at the point of unification.</summary>
    internal LineWords Unified;

    internal bool HasData;

    internal bool IsDataDirty;

    internal bool HasUnified;

    internal bool IsUnifiedDirty;

    internal readonly bool IsDirty => IsDataDirty || IsUnifiedDirty;
}
