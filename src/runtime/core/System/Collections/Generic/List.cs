// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Internal.Runtime.CompilerHelpers;

namespace System.Collections.Generic;

/// <summary>Elements by number; grows.</summary>
public partial class List<T> : IList<T>, IReadOnlyList<T>, IList
{
    private const int FirstCapacity = 4;

    private T[] _items;
    private int _size;
    private int _version;

    public List() => _items = Array.Empty<T>();

    public List(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _items = capacity == 0 ? Array.Empty<T>() : new T[capacity];
    }

    public List(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _items = Array.Empty<T>();
        AddRange(collection);
    }

    public int Count => _size;

    public int Capacity
    {
        get => _items.Length;
        set
        {
            if (value < _size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(value), "capacity was less than the current size.");
            }
            if (value != _items.Length)
                Resize(value);
        }
    }

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)_size)
                ThrowIndex();
            return _items[index];
        }
        set
        {
            if ((uint)index >= (uint)_size)
                ThrowIndex();
            _items[index] = value;
            _version++;
        }
    }

    bool ICollection<T>.IsReadOnly => false;

    bool IList.IsReadOnly => false;

    bool IList.IsFixedSize => false;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    object? IList.this[int index]
    {
        get => this[index];
        set => this[index] = (T)value!;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(T item)
    {
        T[] items = _items;
        int size = _size;
        if ((uint)size < (uint)items.Length)
        {
            // A store may be refused: it comes before anything that counts on it.
            items[size] = item;
            _size = size + 1;
            _version++;
        }
        else
        {
            AddGrowing(item);
        }
    }

    public void AddRange(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        InsertRange(_size, collection);
    }

    public void AddRange(params ReadOnlySpan<T> source)
    {
        EnsureCapacity(_size + source.Length);
        source.CopyTo(new Span<T>(_items, _size, source.Length));
        _size += source.Length;
        _version++;
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (_items.Length < capacity)
        {
            Resize(Math.Max(capacity, Math.Max(FirstCapacity, 2 * _items.Length)));
            _version++;
        }
        return _items.Length;
    }

    public void Clear()
    {
        _version++;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            Array.Clear(_items, 0, _size);
        _size = 0;
    }

    public void Insert(int index, T item)
    {
        if ((uint)index > (uint)_size)
            throw new ArgumentOutOfRangeException(
                nameof(index), "Index must be within the bounds of the List.");
        EnsureCapacity(_size + 1);
        // What is refused is refused here, before others have moved.
        _items[_size] = item;
        if (index < _size)
        {
            Array.Move(_items, index, _items, index + 1, _size - index);
            _items[index] = item;
        }
        _size++;
        _version++;
    }

    public void InsertRange(int index, IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if ((uint)index > (uint)_size)
            throw new ArgumentOutOfRangeException(nameof(index));
        if (collection is ICollection<T> counted)
        {
            int count = counted.Count;
            if (count == 0)
                return;
            EnsureCapacity(_size + count);
            T[] copy = new T[count];
            counted.CopyTo(copy, 0);
            Array.Move(copy, 0, _items, _size, count);
            if (index < _size)
            {
                Array.Move(_items, index, _items, index + count, _size - index);
                Array.Move(copy, 0, _items, index, count);
            }
            _size += count;
            _version++;
            return;
        }
        foreach (T item in collection)
            Insert(index++, item);
    }

    public bool Remove(T item)
    {
        int index = IndexOf(item);
        if (index < 0)
            return false;
        RemoveAt(index);
        return true;
    }

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)_size)
            ThrowIndex();
        _size--;
        Array.Move(_items, index + 1, _items, index, _size - index);
        _items[_size] = default!;
        _version++;
    }

    public void RemoveRange(int index, int count)
    {
        CheckRange(index, count);
        if (count == 0)
            return;
        _size -= count;
        Array.Move(_items, index + count, _items, index, _size - index);
        Array.Clear(_items, _size, count);
        _version++;
    }

    public void TrimExcess()
    {
        if (_size < (int)(_items.Length * 0.9))
            Capacity = _size;
    }

    int IList.Add(object? value)
    {
        Add((T)value!);
        return _size - 1;
    }

    bool IList.Contains(object? value) => value is T item && Contains(item);

    int IList.IndexOf(object? value) => value is T item ? IndexOf(item) : -1;

    void IList.Insert(int index, object? value) => Insert(index, (T)value!);

    void IList.Remove(object? value)
    {
        if (value is T item)
            Remove(item);
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddGrowing(T item)
    {
        int size = _size;
        Resize(size == 0 ? FirstCapacity : size * 2);
        _items[size] = item;
        _size = size + 1;
        _version++;
    }

    private void Resize(int capacity)
    {
        T[] larger = new T[capacity];
        Array.Move(_items, 0, larger, 0, _size);
        _items = larger;
    }

    private void CheckRange(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (_size - index < count)
        {
            throw new ArgumentException("Offset and length were out of bounds for the array or "
                + "count is greater than the number of elements from index to the end of the "
                + "source collection.");
        }
    }

    private static void ThrowIndex() => throw new ArgumentOutOfRangeException(
        "index", "Index was out of range. Must be non-negative and less than the size of the "
        + "collection.");

    /// <summary>Walks over the list, which must not change meanwhile.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> _list;
        private readonly int _version;
        private int _index;
        private T? _current;

        internal Enumerator(List<T> list)
        {
            _list = list;
            _version = list._version;
        }

        public T Current => _current!;

        object? IEnumerator.Current
        {
            get
            {
                if (_index == 0 || _index == _list._size + 1)
                {
                    throw new InvalidOperationException(
                        "Enumeration has either not started or has already finished.");
                }
                return _current;
            }
        }

        public bool MoveNext()
        {
            List<T> list = _list;
            if (_version == list._version && (uint)_index < (uint)list._size)
            {
                _current = list._items[_index++];
                return true;
            }
            return End();
        }

        void IEnumerator.Reset()
        {
            Check();
            _index = 0;
            _current = default;
        }

        public void Dispose()
        {
        }

        private bool End()
        {
            Check();
            _index = _list._size + 1;
            _current = default;
            return false;
        }

        private void Check()
        {
            if (_version != _list._version)
            {
                throw new InvalidOperationException("Collection was modified; enumeration "
                    + "operation may not execute.");
            }
        }
    }
}
