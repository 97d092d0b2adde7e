// SPDX-License-Identifier: MIT
using System.Numerics;

namespace Bulkhead.Simulation.Invariants;

/// <summary>A set of up to 128 rows of a pool, walked in ascending order.</summary>
internal struct RowBits
{
    private ulong _low;
    private ulong _high;

    /// <summary>Whether there is no row in it.</summary>
    internal readonly bool IsEmpty => (_low | _high) == 0;

    /// <summary>Rows in it.</summary>
    internal readonly int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    /// <summary>The rows that are set in a word.</summary>
    internal static RowBits Of(ulong rows) => new() { _low = rows };

    /// <summary>The rows below a number.</summary>
    internal static RowBits First(int count) => new()
    {
        _low = count >= 64 ? ulong.MaxValue : (1ul << count) - 1,
        _high = count >= 128 ? ulong.MaxValue : count <= 64 ? 0 : (1ul << (count - 64)) - 1,
    };

    /// <summary>Adds a row.</summary>
    internal void Set(int row)
    {
        if (row < 64) _low |= 1ul << row;
        else _high |= 1ul << (row - 64);
    }

    /// <summary>Adds a row or takes it out.</summary>
    internal void Put(int row, bool isIn)
    {
        if (isIn) Set(row);
        else if (row < 64) _low &= ~(1ul << row);
        else _high &= ~(1ul << (row - 64));
    }

    /// <summary>Whether a row is in it.</summary>
    internal readonly bool Has(int row) => (((row < 64 ? _low : _high) >> (row & 63)) & 1) != 0;

    /// <summary>Walks the rows; what is added meanwhile is not met.</summary>
    public readonly Walk GetEnumerator() => new() { Low = _low, High = _high };

    /// <summary>Where a walk is.</summary>
    internal struct Walk
    {
        internal ulong Low;
        internal ulong High;

        /// <summary>The row.</summary>
        public int Current { get; private set; }

        /// <summary>Goes on to the next row.</summary>
        public bool MoveNext()
        {
            if (Low != 0)
            {
                Current = BitOperations.TrailingZeroCount(Low);
                Low &= Low - 1;
                return true;
            }
            if (High == 0) return false;
            Current = 64 + BitOperations.TrailingZeroCount(High);
            High &= High - 1;
            return true;
        }
    }
}
