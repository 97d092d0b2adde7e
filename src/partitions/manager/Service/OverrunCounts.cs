// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;

namespace Bulkhead.Partitions.Manager;

/// <summary>How many overruns of each partition's threads have been reported.</summary>
public struct OverrunCounts
{
    private Table _reported;

    [InlineArray(Limits.PartitionsMax * (1 + NativeLayout.ThreadsDeclaredMax))]
    private struct Table
    {
        private ulong _element;
    }

    /// <summary>Takes note of a thread's overruns.</summary>
    /// <param name="id">Partition id.</param>
    /// <param name="number">Number of the thread, 0 for the main thread.</param>
    /// <param name="count">Overruns since it started. Less than before: it was started
    /// again.</param>
    /// <returns>How many of them are new.</returns>
    public ulong Take(uint id, uint number, ulong count)
    {
        int place = (int)((id * (1 + NativeLayout.ThreadsDeclaredMax)) + number);
        ulong reported = _reported[place];
        _reported[place] = count;
        return count >= reported ? count - reported : count;
    }
}
