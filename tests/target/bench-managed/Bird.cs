// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchManaged;

/// <summary>One of two kinds, so that no call can be made direct.</summary>
internal sealed class Bird : Animal, INoisy
{
    /// <inheritdoc/>
    internal override int Legs(int seen) => seen + 2;

    /// <inheritdoc/>
    public int Loudness(int seen) => seen + 1;
}
