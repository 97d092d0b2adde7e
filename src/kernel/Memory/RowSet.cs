// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Bulkhead.Kernel.Memory;

/// <summary>Which rows of a pool are in use: a bit for each. Finding a free one takes a few
/// instructions, however many rows are in use.</summary>
[InlineArray(Words)]
public struct RowSet
{
    /// <summary>Rows that it knows.</summary>
    public const int RowsMax = Words * 64;

    private const int Words = 4;

    private ulong _element;

    /// <summary>Takes the first free row.</summary>
    /// <param name="count">Rows of the pool, at most <see cref="RowsMax"/>.</param>
    /// <returns>Its index; -1 when there is none.</returns>
    public int Take(int count)
    {
        for (int word = 0; word < Words; word++)
        {
            ulong used = this[word];
            if (used == ulong.MaxValue) continue;
            int index = (word * 64) + BitOperations.TrailingZeroCount(~used);
            if (index >= count) break;
            this[word] = used | (used + 1);
            return index;
        }
        return -1;
    }

    /// <summary>Gives a row back.</summary>
    /// <param name="index">Its index.</param>
    public void Release(int index) => this[index / 64] &= ~(1ul << (index % 64));
}
