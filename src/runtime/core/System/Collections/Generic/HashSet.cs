// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Elements that are there once; grows.</summary>
public partial class HashSet<T> : ISet<T>, IReadOnlySet<T>, ICollection<T>
{
    private const int FreeMark = -3;

    private int[]? _buckets;
    private Entry[]? _entries;
    private int _count;
    private int _freeList = -1;
    private int _freeCount;
    private int _version;
    private readonly IEqualityComparer<T>? _comparer;

    private struct Entry
    {
        internal uint Hash;

        // -1: last of its chain; FreeMark - n: free, n the next free one.
        internal int Next;
        internal T Value;
    }

    public HashSet()
    {
    }

    public HashSet(IEqualityComparer<T>? comparer)
    {
        if (comparer is not null && comparer != EqualityComparer<T>.Default)
            _comparer = comparer;
    }

    public HashSet(int capacity)
        : this(capacity, null)
    {
    }

    public HashSet(int capacity, IEqualityComparer<T>? comparer)
        : this(comparer)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (capacity > 0)
            Initialize(capacity);
    }

    public HashSet(IEnumerable<T> collection)
        : this(collection, null)
    {
    }

    public HashSet(IEnumerable<T> collection, IEqualityComparer<T>? comparer)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        UnionWith(collection);
    }

    public int Count => _count - _freeCount;

    public IEqualityComparer<T> Comparer => _comparer ?? EqualityComparer<T>.Default;

    bool ICollection<T>.IsReadOnly => false;

    public bool Add(T item)
    {
        if (Find(item) >= 0)
            return false;
        if (_buckets is null)
            Initialize(0);
        uint hash = HashOf(item);
        if (_freeCount == 0 && _count == _entries!.Length)
            Resize(HashSize.Larger(_count));
        int index = _freeCount > 0 ? _freeList : _count;
        // A store may be refused: the entry is free until the value is there.
        _entries![index].Value = item;
        TakeEntry(index, hash);
        return true;
    }

    void ICollection<T>.Add(T item) => Add(item);

    public bool Contains(T item) => Find(item) >= 0;

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        int index = Find(equalValue);
        actualValue = index < 0 ? default : _entries![index].Value;
        return index >= 0;
    }

    public bool Remove(T item)
    {
        if (_buckets is null)
            return false;
        uint hash = HashOf(item);
        ref int bucket = ref Bucket(hash);
        int last = -1;
        for (int i = bucket - 1; i >= 0; i = _entries![i].Next)
        {
            ref Entry entry = ref _entries![i];
            if (entry.Hash == hash && Comparer.Equals(entry.Value, item))
            {
                if (last < 0)
                    bucket = entry.Next + 1;
                else
                    _entries[last].Next = entry.Next;
                entry.Next = FreeMark - _freeList;
                entry.Value = default!;
                _freeList = i;
                _freeCount++;
                return true;
            }
            last = i;
        }
        return false;
    }

    public int RemoveWhere(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        int removed = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_entries![i].Next >= -1 && match(_entries[i].Value) && Remove(_entries[i].Value))
                removed++;
        }
        return removed;
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
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (_buckets is null)
            Initialize(capacity);
        else if (_entries!.Length < capacity)
            Resize(HashSize.AtLeast(capacity));
        return _entries!.Length;
    }

    public void TrimExcess()
    {
    }

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (T item in this)
            array[arrayIndex++] = item;
    }

    private void Initialize(int capacity)
    {
        int size = HashSize.AtLeast(capacity);
        Entry[] entries = new Entry[size];
        _buckets = new int[size];
        _entries = entries;
    }

    private uint HashOf(T item) => item is null ? 0 : (uint)Comparer.GetHashCode(item);

    private ref int Bucket(uint hash) => ref _buckets![hash % (uint)_buckets.Length];

    private int Find(T item)
    {
        if (_buckets is null)
            return -1;
        uint hash = HashOf(item);
        IEqualityComparer<T> comparer = Comparer;
        for (int i = Bucket(hash) - 1; i >= 0; i = _entries![i].Next)
        {
            if (_entries![i].Hash == hash && comparer.Equals(_entries[i].Value, item))
                return i;
        }
        return -1;
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

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Walks over the set; nothing may be added meanwhile.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly HashSet<T> _set;
        private readonly int _version;
        private int _index;
        private T _current;

        internal Enumerator(HashSet<T> set)
        {
            _set = set;
            _version = set._version;
            _current = default!;
        }

        public readonly T Current => _current;

        readonly object? IEnumerator.Current => _current;

        public bool MoveNext()
        {
            if (_version != _set._version)
            {
                throw new InvalidOperationException("Collection was modified; enumeration "
                    + "operation may not execute.");
            }
            while (_index < _set._count)
            {
                ref Entry entry = ref _set._entries![_index++];
                if (entry.Next < -1)
                    continue;
                _current = entry.Value;
                return true;
            }
            _current = default!;
            return false;
        }

        void IEnumerator.Reset() => _index = 0;

        public readonly void Dispose()
        {
        }
    }
}
