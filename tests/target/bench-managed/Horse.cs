// SPDX-License-Identifier: MIT
namespace Bulkhead.BenchManaged;

/// <summary>The other of two kinds.</summary>
internal sealed class Horse : Animal, INoisy
{
    /// <inheritdoc/>
    internal override int Legs(int seen) => seen + 4;

    /// <inheritdoc/>
    public int Loudness(int seen) => seen + 3;
}
