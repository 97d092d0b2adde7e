// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bulkhead.Simulation.Invariants;

/// <summary>The rows of a pool as the last check saw them, and which of them are not what they
/// were.</summary>
/// <typeparam name="T">A row.</typeparam>
/// <param name="count">Rows of the pool, at most 128.</param>
internal sealed class KeptRows<T>(int count)
    where T : unmanaged
{
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
        ReadOnlySpan<byte> live = MemoryMarshal.AsBytes(pool[..length]);
        ReadOnlySpan<byte> kept = MemoryMarshal.AsBytes(_rows.AsSpan(0, length));
        for (int at = 0; at < live.Length;)
        {
            int same = live[at..].CommonPrefixLength(kept[at..]);
            if (at + same == live.Length) return;
            int row = (at + same) / Unsafe.SizeOf<T>();
            _changed.Set(row);
            at = (row + 1) * Unsafe.SizeOf<T>();
        }
    }

    /// <summary>Keeps the rows that changed.</summary>
    /// <param name="now">The pool.</param>
    internal void Remember(ReadOnlySpan<T> now)
    {
        foreach (int row in _changed) _rows[row] = now[row];
    }

    // What was in use the last time is looked at once more: it may have changed when it was freed.
    private int Extend(int used)
    {
        int length = Math.Max(used, _used);
        _used = used;
        return length;
    }
}
