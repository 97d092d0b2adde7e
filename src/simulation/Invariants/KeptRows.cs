// SPDX-License-Identifier: MIT
using System.Numerics;
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

    /// <summary>Whether any row changed.</summary>
    internal bool HaveChanged => !_changed.IsEmpty;

    /// <summary>The rows that changed.</summary>
    internal RowBits Changed => _changed;

    /// <summary>A row as it was.</summary>
    internal ref T this[int index] => ref _rows[index];

    /// <summary>Says that all rows up to some number may have changed.</summary>
    internal void ChangeAll(int used) => _changed = RowBits.First(used);

    /// <summary>Finds the rows that changed, byte by byte.</summary>
    /// <param name="now">The first rows of the pool: those in use.</param>
    internal void Compare(ReadOnlySpan<T> now)
    {
        _changed = default;
        ReadOnlySpan<byte> live = MemoryMarshal.AsBytes(now);
        ReadOnlySpan<byte> kept = MemoryMarshal.AsBytes(_rows.AsSpan(0, now.Length));
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
}
