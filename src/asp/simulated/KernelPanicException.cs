// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Health;

namespace Bulkhead.Asp.Simulated;

/// <summary>The kernel stopped because one of its invariants was broken.</summary>
/// <param name="invariant">Which.</param>
public sealed class KernelPanicException(Invariant invariant)
    : Exception($"kernel panic: invariant {(uint)invariant} ({invariant})")
{
    /// <summary>The broken invariant.</summary>
    public Invariant Invariant { get; } = invariant;
}
