// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>How many overruns of each partition have been reported.</summary>
public struct OverrunCounts
{
    private Table _reported;

    [InlineArray(Limits.PartitionsMax)]
    private struct Table
    {
        private ulong _element;
    }

    /// <summary>Takes note of a partition's overruns.</summary>
    /// <param name="id">Partition id.</param>
    /// <param name="count">Overruns since it started. Less than before: it was started
    /// again.</param>
    /// <returns>How many of them are new.</returns>
    public ulong Take(uint id, ulong count)
    {
        ulong reported = _reported[(int)id];
        _reported[(int)id] = count;
        return count >= reported ? count - reported : count;
    }
}
