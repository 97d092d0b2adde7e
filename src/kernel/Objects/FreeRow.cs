// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Objects;

/// <summary>A row of a pool, which is either free or an object.</summary>
internal interface IPoolRow
{
    /// <summary>Whether it is free.</summary>
    bool IsFree { get; }
}

/// <summary>Finding free rows. Creation is rare, so a scan beats a free list that would have to be
/// kept right.</summary>
internal static class FreeRow
{
    /// <summary>The index of the first free row, -1 if there is none.</summary>
    internal static int Find<T>(Span<T> rows)
        where T : struct, IPoolRow
    {
        for (int index = 0; index < rows.Length; index++)
        {
            if (rows[index].IsFree) return index;
        }
        return -1;
    }
}
