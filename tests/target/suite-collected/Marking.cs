// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Collected;

/// <summary>Changes how the collector marks.</summary>
internal static class Marking
{
    /// <summary>Makes its stack smaller than it is.</summary>
    /// <param name="entries">Entries, at least 1; 0: as many as there are.</param>
    [RuntimeImport("bulkhead_limit_marker")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Limit(nuint entries);
}
