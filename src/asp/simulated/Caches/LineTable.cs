// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Caches;

/// <summary>Cache lines by their number: an open hash table that never shrinks.</summary>
/// <typeparam name="TLine">What is kept of a line.</typeparam>
internal sealed class LineTable<TLine>
    where TLine : struct
{
    private const int InitialSize = 64;

    // Number of the line + 1; a line that was dropped keeps its place.
    private ulong[] _keys = new ulong[InitialSize];
    private TLine[] _lines = new TLine[InitialSize];

    /// <summary>Lines, with those that were dropped.</summary>
    internal int Count { get; private set; }

    internal int Size => _keys.Length;

    /// <summary>Where a line is, -1 if it never was there.</summary>
    internal int Find(ulong line)
    {
        if (Count == 0) return -1;
        int at = Slot(line);
        return _keys[at] == 0 ? -1 : at;
    }

    internal ref TLine At(int place) => ref _lines[place];

    /// <summary>Number of the line at a place, all ones when there is none.</summary>
    internal ulong LineAt(int place) => _keys[place] - 1;

    internal ref TLine FindOrAdd(ulong line)
    {
        int at = Slot(line);
        if (_keys[at] != 0) return ref _lines[at];
        if ((Count + 1) * 2 > _keys.Length)
        {
            Grow();
            at = Slot(line);
        }
        _keys[at] = line + 1;
        Count++;
        return ref _lines[at];
    }

    internal void Clear()
    {
        if (Count == 0) return;
        Array.Clear(_keys);
        Array.Clear(_lines);
        Count = 0;
    }

    internal void CopyFrom(LineTable<TLine> other)
    {
        Clear();
        if (other.Count == 0) return;
        if (_keys.Length != other._keys.Length)
        {
            _keys = new ulong[other._keys.Length];
            _lines = new TLine[other._keys.Length];
        }
        other._keys.CopyTo(_keys, 0);
        other._lines.CopyTo(_lines, 0);
        Count = other.Count;
    }

    private int Slot(ulong line)
    {
        int mask = _keys.Length - 1;
        int at = (int)((line * 0x9e37_79b9_7f4a_7c15) >> 40) & mask;
        while (_keys[at] != 0 && _keys[at] != line + 1) at = (at + 1) & mask;
        return at;
    }

    private void Grow()
    {
        ulong[] keys = _keys;
        TLine[] lines = _lines;
        _keys = new ulong[keys.Length * 2];
        _lines = new TLine[keys.Length * 2];
        for (int at = 0; at < keys.Length; at++)
        {
            if (keys[at] == 0) continue;
            int slot = Slot(keys[at] - 1);
            _keys[slot] = keys[at];
            _lines[slot] = lines[at];
        }
    }
}
