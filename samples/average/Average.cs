// SPDX-License-Identifier: MIT
using System.Threading;

namespace Bulkhead.Samples.Average;

/// <summary>The average of values that one thread adds and another one takes. While the one that
/// takes has the lock, it runs as urgently as the one that waits for it.</summary>
internal sealed class Average
{
    private readonly Lock _lock = new();
    private int _sum;
    private int _count;

    /// <summary>Adds a value.</summary>
    /// <param name="value">The value.</param>
    internal void Add(int value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
        }
    }

    /// <summary>Takes what there is, and begins anew.</summary>
    /// <returns>How many values there were, and their average; 0 when there were none.</returns>
    internal (int Count, int Average) Take()
    {
        lock (_lock)
        {
            (int count, int average) = (_count, _count == 0 ? 0 : _sum / _count);
            _sum = 0;
            _count = 0;
            return (count, average);
        }
    }
}
