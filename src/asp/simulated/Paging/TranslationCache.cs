// SPDX-License-Identifier: MIT
namespace Bulkhead.Asp.Simulated.Paging;

/// <summary>
/// One CPU's translation buffer: leaves and tables by address space, level and address. An open
/// hash table; invalidating a space makes its generation old, and what is old is dropped when the
/// table is full.
/// </summary>
public sealed class TranslationCache
{
    private const int InitialSize = 64;

    private CachedDescriptor[] _entries = new CachedDescriptor[InitialSize];
    private uint[] _generations = new uint[64];
    private int[] _liveCounts = new int[64];
    private int _filledCount;

    internal TranslationCache()
    {
    }

    /// <summary>Descriptors that it holds.</summary>
    public int Count { get; private set; }

    internal ReadOnlySpan<CachedDescriptor> Entries => _entries;

    internal bool IsLive(in CachedDescriptor entry) =>
        entry.Key != 0 && entry.Generation == _generations[entry.Space];

    /// <summary>Forgets everything about an address space.</summary>
    /// <param name="space">Its identifier.</param>
    internal void Invalidate(ushort space)
    {
        if (space >= _generations.Length) return;
        _generations[space]++;
        Count -= _liveCounts[space];
        _liveCounts[space] = 0;
    }

    /// <summary>Forgets everything.</summary>
    internal void Clear()
    {
        Array.Clear(_entries);
        Array.Clear(_liveCounts);
        _filledCount = 0;
        Count = 0;
    }

    internal bool TryFind(ulong key, out ulong descriptor)
    {
        int mask = _entries.Length - 1;
        for (int at = Slot(key, mask); _entries[at].Key != 0; at = (at + 1) & mask)
        {
            ref CachedDescriptor entry = ref _entries[at];
            if (entry.Key != key) continue;
            descriptor = entry.Value;
            return entry.Generation == _generations[entry.Space];
        }
        descriptor = 0;
        return false;
    }

    internal void Drop(ulong key)
    {
        int mask = _entries.Length - 1;
        for (int at = Slot(key, mask); _entries[at].Key != 0; at = (at + 1) & mask)
        {
            ref CachedDescriptor entry = ref _entries[at];
            if (entry.Key != key || !IsLive(in entry)) continue;
            entry.Generation--;
            _liveCounts[entry.Space]--;
            Count--;
            return;
        }
    }

    internal void Insert(ulong key, ulong location, ulong value)
    {
        ushort space = (ushort)(key >> 32);
        if (space >= _generations.Length) GrowSpaces(space);
        if ((_filledCount + 1) * 4 > _entries.Length * 3) Rebuild();
        int mask = _entries.Length - 1;
        int at = Slot(key, mask);
        while (_entries[at].Key != 0 && _entries[at].Key != key) at = (at + 1) & mask;
        ref CachedDescriptor entry = ref _entries[at];
        if (entry.Key == 0) _filledCount++;
        if (!IsLive(in entry))
        {
            _liveCounts[space]++;
            Count++;
        }
        entry = new CachedDescriptor
        {
            Key = key, Location = location, Value = value, Generation = _generations[space],
        };
    }

    // Three words a descriptor, as Insert takes them.
    internal int Save(Span<ulong> words)
    {
        int at = 0;
        foreach (ref readonly CachedDescriptor entry in Entries)
        {
            if (!IsLive(in entry)) continue;
            words[at++] = entry.Key;
            words[at++] = entry.Location;
            words[at++] = entry.Value;
        }

        return at;
    }

    internal void Load(ReadOnlySpan<ulong> words)
    {
        Clear();
        for (int at = 0; at < words.Length; at += 3)
        {
            Insert(words[at], words[at + 1], words[at + 2]);
        }
    }

    internal void CopyFrom(TranslationCache other)
    {
        Clear();
        foreach (ref readonly CachedDescriptor entry in other.Entries)
        {
            if (other.IsLive(in entry)) Insert(entry.Key, entry.Location, entry.Value);
        }
    }

    private static int Slot(ulong key, int mask) =>
        (int)((key * 0x9e37_79b9_7f4a_7c15) >> 40) & mask;

    // Without what is old; larger when little of it is.
    private void Rebuild()
    {
        CachedDescriptor[] before = _entries;
        int size = Count * 2 > before.Length ? before.Length * 2 : before.Length;
        _entries = new CachedDescriptor[size];
        _filledCount = 0;
        int mask = size - 1;
        foreach (ref readonly CachedDescriptor entry in before.AsSpan())
        {
            if (!IsLive(in entry)) continue;
            int at = Slot(entry.Key, mask);
            while (_entries[at].Key != 0) at = (at + 1) & mask;
            _entries[at] = entry;
            _filledCount++;
        }
    }

    private void GrowSpaces(ushort space)
    {
        int size = _generations.Length;
        while (size <= space) size *= 2;
        Array.Resize(ref _generations, size);
        Array.Resize(ref _liveCounts, size);
    }
}
