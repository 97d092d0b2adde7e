// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The rows of a pool as the last check saw them, and which of them are not what they
/// were.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="count">Rows of the pool, at most 128.</param>
internal sealed class KeptRows<T>(int count)
    where T : unmanaged
{
    // Compared at once: most often none of them changed.
    private const int ChunkRows = 8;

    private readonly T[] _rows = new T[count];
    private RowBits _changed;
    private int _used;

    /// <summary>Whether any row changed.</summary>
    internal bool HaveChanged => !_changed.IsEmpty;

    /// <summary>The rows that changed.</summary>
    internal RowBits Changed => _changed;

    /// <summary>A row as it was.</summary>
    internal ref T this[int index] => ref _rows[index];

    /// <summary>Says that all rows may have changed.</summary>
    /// <param name="used">Rows in use.</param>
    internal void ChangeAll(int used) => _changed = RowBits.First(Extend(used));

    /// <summary>Finds the rows that changed, byte by byte.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="used">Rows in use.</param>
    internal void Compare(ReadOnlySpan<T> pool, int used)
    {
        _changed = default;
        int length = Extend(used);
        for (int at = 0; at < length; at += ChunkRows)
        {
            int end = Math.Min(at + ChunkRows, length);
            if (!IsSame(pool, at, end)) CompareRows(pool, at, end);
        }
    }

    /// <summary>Keeps the rows that changed.</summary>
    /// <param name="now">The pool.</param>
    internal void Remember(ReadOnlySpan<T> now)
    {
        foreach (int row in _changed) _rows[row] = now[row];
    }

    private void CompareRows(ReadOnlySpan<T> pool, int start, int end)
    {
        for (int row = start; row < end; row++)
        {
            if (!IsSame(pool, row, row + 1)) _changed.Set(row);
        }
    }

    private bool IsSame(ReadOnlySpan<T> pool, int start, int end) =>
        MemoryMarshal.AsBytes(pool[start..end])
            .SequenceEqual(MemoryMarshal.AsBytes(_rows.AsSpan(start, end - start)));

    // What was in use the last time is looked at once more: it may have changed when it was freed.
    private int Extend(int used)
    {
        int length = Math.Max(used, _used);
        _used = used;
        return length;
    }
}
