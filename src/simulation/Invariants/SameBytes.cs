// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Simulation.Invariants;

/// <summary>Compares rows byte by byte.</summary>
internal static class SameBytes
{
    /// <summary>Whether two rows are the same bytes.</summary>
    internal static bool Are<T>(in T now, in T before)
        where T : unmanaged =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in now))
            .SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in before)));
}
