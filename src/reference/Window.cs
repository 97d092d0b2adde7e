// SPDX-License-Identifier: MIT
namespace Bulkhead.Reference;

/// <summary>A part of a CPU's frame.</summary>
/// <param name="Cpu">The CPU.</param>
/// <param name="Partition">Whose it is.</param>
/// <param name="Duration">Ticks.</param>
/// <param name="IsExclusive">Whether the background does not run in it.</param>
public sealed record Window(int Cpu, int Partition, ulong Duration, bool IsExclusive)
{
    /// <summary>Whether a share may run in it.</summary>
    /// <param name="partition">The share's time partition.</param>
    /// <returns>Whether it may.</returns>
    public bool Admits(int partition) =>
        partition == Partition || (partition == 0 && !IsExclusive);
}
