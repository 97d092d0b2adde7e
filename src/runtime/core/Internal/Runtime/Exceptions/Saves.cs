// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Exceptions;

/// <summary>Which registers a frame holds, and where.</summary>
internal struct Saves
{
    // x19 to x30, d8 to d15, and room for what is of no interest.
    private const int EntriesMax = 24;

    private int _count;
    private EntryTable _entries;

    internal struct Entry
    {
        internal int Register;
        internal int Offset;
    }

    [InlineArray(EntriesMax)]
    private struct EntryTable
    {
        private Entry _element;
    }

    internal readonly int Count => _count;

    internal readonly Entry At(int index) => _entries[index];

    internal void Add(int register, long offset)
    {
        if (_count == EntriesMax)
            return;
        _entries[_count].Register = register;
        _entries[_count++].Offset = (int)offset;
    }
}
