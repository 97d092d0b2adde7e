// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System.Collections.Generic;

/// <summary>Values by key; grows.</summary>
/// <remarks>Chains of entries in one array; a removed entry is the head of a list of free ones, as
/// in
/// the framework, so that elements come in the framework's order.</remarks>
public partial class Dictionary<TKey, TValue>
    : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>, IDictionary where TKey : notnull
{
    private const int FreeMark = -3;

    private int[]? _buckets;
    private Entry[]? _entries;
    private int _count;
    private int _freeList = -1;
    private int _freeCount;
    private int _version;
    private readonly IEqualityComparer<TKey>? _comparer;

    private struct Entry
    {
        internal uint Hash;

        // -1: last of its chain; FreeMark - n: free, n the next free one.
        internal int Next;
        internal TKey Key;
        internal TValue Value;
    }

    public Dictionary()
        : this(0, null)
    {
    }

    public Dictionary(int capacity)
        : this(capacity, null)
    {
    }

    public Dictionary(IEqualityComparer<TKey>? comparer)
        : this(0, comparer)
    {
    }

    public Dictionary(int capacity, IEqualityComparer<TKey>? comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (capacity > 0)
            Initialize(capacity);
        if (comparer is not null && comparer != EqualityComparer<TKey>.Default)
            _comparer = comparer;
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary)
        : this((IEnumerable<KeyValuePair<TKey, TValue>>)dictionary, null)
    {
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection)
        : this(collection, null)
    {
    }

    public Dictionary(
        IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer)
        : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        foreach (KeyValuePair<TKey, TValue> pair in collection)
            Add(pair.Key, pair.Value);
    }

    public IEqualityComparer<TKey> Comparer => _comparer ?? EqualityComparer<TKey>.Default;

    public int Count => _count - _freeCount;

    public int Capacity => _entries?.Length ?? 0;

    public TValue this[TKey key]
    {
        get
        {
            int index = Find(key);
            if (index < 0)
                ThrowNoKey(key);
            return _entries![index].Value;
        }
        set => Insert(key, value, true, false);
    }

    public void Add(TKey key, TValue value)
    {
        if (!Insert(key, value, false, false))
        {
            throw new ArgumentException(
                "An item with the same key has already been added. Key: " + key.ToString());
        }
    }

    public bool TryAdd(TKey key, TValue value) => Insert(key, value, false, false);

    public bool ContainsKey(TKey key) => Find(key) >= 0;

    public bool ContainsValue(TValue value)
    {
        EqualityComparer<TValue> comparer = EqualityComparer<TValue>.Default;
        for (int i = 0; i < _count; i++)
        {
            if (_entries![i].Next >= -1 && comparer.Equals(_entries[i].Value, value))
                return true;
        }
        return false;
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        int index = Find(key);
        value = index < 0 ? default : _entries![index].Value;
        return index >= 0;
    }

    public bool Remove(TKey key) => Remove(key, out _);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        ThrowIfNull(key);
        value = default;
        if (_buckets is null)
            return false;
        uint hash = HashOf(key);
        ref int bucket = ref Bucket(hash);
        int last = -1;
        for (int i = bucket - 1; i >= 0; i = _entries![i].Next)
        {
            ref Entry entry = ref _entries![i];
            if (entry.Hash == hash && AreEqual(entry.Key, key))
            {
                if (last < 0)
                    bucket = entry.Next + 1;
                else
                    _entries[last].Next = entry.Next;
                value = entry.Value;
                Free(ref entry, i);
                return true;
            }
            last = i;
        }
        return false;
    }

    public void Clear()
    {
        if (_count == 0)
            return;
        Array.Clear(_buckets!);
        Array.Clear(_entries!, 0, _count);
        _count = 0;
        _freeList = -1;
        _freeCount = 0;
        // As in the framework, walks over the dictionary do not notice.
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (Capacity >= capacity)
            return Capacity;
        _version++;
        if (_buckets is null)
            return Initialize(capacity);
        Resize(HashSize.AtLeast(capacity));
        return Capacity;
    }

    public void TrimExcess()
    {
    }

    private int Initialize(int capacity)
    {
        int size = HashSize.AtLeast(capacity);
        Entry[] entries = new Entry[size];
        _buckets = new int[size];
        _entries = entries;
        _freeList = -1;
        return size;
    }

    private static void ThrowIfNull(TKey key)
    {
        if (key is null)
            ArgumentNullException.Throw(nameof(key));
    }

    private static void ThrowNoKey(TKey key) => throw new KeyNotFoundException(
        "The given key '" + key.ToString() + "' was not present in the dictionary.");

    private uint HashOf(TKey key) => (uint)(_comparer is null
        ? EqualityComparer<TKey>.Default.GetHashCode(key) : _comparer.GetHashCode(key));

    private bool AreEqual(TKey left, TKey right) => _comparer is null
        ? EqualityComparer<TKey>.Default.Equals(left, right) : _comparer.Equals(left, right);

    private ref int Bucket(uint hash) => ref _buckets![hash % (uint)_buckets.Length];

    private int Find(TKey key)
    {
        ThrowIfNull(key);
        if (_buckets is null)
            return -1;
        uint hash = HashOf(key);
        Entry[] entries = _entries!;
        for (int i = Bucket(hash) - 1; (uint)i < (uint)entries.Length; i = entries[i].Next)
        {
            if (entries[i].Hash == hash && AreEqual(entries[i].Key, key))
                return i;
        }
        return -1;
    }

    private bool Insert(TKey key, TValue value, bool replaces, bool keepsVersion)
    {
        int found = Find(key);
        if (found >= 0)
        {
            if (replaces)
                _entries![found].Value = value;
            return replaces;
        }
        if (_buckets is null)
            Initialize(0);
        uint hash = HashOf(key);
        if (_freeCount == 0 && _count == _entries!.Length)
            Resize(HashSize.Larger(_count));
        int index = _freeCount > 0 ? _freeList : _count;
        ref Entry entry = ref _entries![index];
        // A store may be refused: the entry is free until both are there.
        entry.Key = key;
        entry.Value = value;
        TakeEntry(index, hash);
        return true;
    }

    private void TakeEntry(int index, uint hash)
    {
        ref Entry entry = ref _entries![index];
        if (index == _count)
        {
            _count++;
        }
        else
        {
            _freeList = FreeMark - entry.Next;
            _freeCount--;
        }
        ref int bucket = ref Bucket(hash);
        entry.Hash = hash;
        entry.Next = bucket - 1;
        bucket = index + 1;
        _version++;
    }

    private void Free(ref Entry entry, int index)
    {
        entry.Next = FreeMark - _freeList;
        entry.Key = default!;
        entry.Value = default!;
        _freeList = index;
        _freeCount++;
    }

    private void Resize(int size)
    {
        Entry[] entries = new Entry[size];
        Array.Move(_entries!, 0, entries, 0, _count);
        _buckets = new int[size];
        for (int i = 0; i < _count; i++)
        {
            if (entries[i].Next < -1)
                continue;
            ref int bucket = ref Bucket(entries[i].Hash);
            entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
        _entries = entries;
    }

    private bool TryNext(ref int index, out KeyValuePair<TKey, TValue> pair)
    {
        while (index < _count)
        {
            ref Entry entry = ref _entries![index++];
            if (entry.Next < -1)
                continue;
            pair = new(entry.Key, entry.Value);
            return true;
        }
        pair = default;
        return false;
    }
}
