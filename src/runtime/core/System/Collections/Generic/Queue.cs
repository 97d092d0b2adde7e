// SPDX-License-Identifier: MIT
using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>First in, first out; grows.</summary>
public class Queue<T> : IReadOnlyCollection<T>, ICollection
{
    private const int FirstCapacity = 4;

    private T[] _items;
    private int _head;
    private int _size;
    private int _version;

    public Queue() => _items = Array.Empty<T>();

    public Queue(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _items = new T[capacity];
    }

    public Queue(IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        _items = Array.Empty<T>();
        foreach (T item in collection)
            Enqueue(item);
    }

    public int Count => _size;

    public int Capacity => _items.Length;

    bool ICollection.IsSynchronized => false;

    object ICollection.SyncRoot => this;

    public void Enqueue(T item)
    {
        if (_size == _items.Length)
            Resize(Math.Max(_size * 2, _size + FirstCapacity));
        _items[Index(_size)] = item;
        _size++;
        _version++;
    }

    public T Dequeue() => TryDequeue(out T? item) ? item : throw Empty();

    public bool TryDequeue([MaybeNullWhen(false)] out T result)
    {
        if (_size == 0)
        {
            result = default;
            return false;
        }
        result = _items[_head];
        _items[_head] = default!;
        _head = Index(1);
        _size--;
        _version++;
        return true;
    }

    public T Peek() => _size == 0 ? throw Empty() : _items[_head];

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        result = _size == 0 ? default : _items[_head];
        return _size != 0;
    }

    public bool Contains(T item)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = 0; i < _size; i++)
        {
            if (comparer.Equals(_items[Index(i)], item))
                return true;
        }
        return false;
    }

    public void Clear()
    {
        Array.Clear(_items);
        _head = 0;
        _size = 0;
        _version++;
    }

    public int EnsureCapacity(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        if (capacity > _items.Length)
            Resize(Math.Max(capacity, _items.Length * 2));
        return _items.Length;
    }

    public void TrimExcess() => Resize(_size);

    public T[] ToArray()
    {
        T[] copy = new T[_size];
        CopyTo(copy, 0);
        return copy;
    }

    public void CopyTo(T[] array, int arrayIndex)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (arrayIndex < 0 || arrayIndex > array.Length)
            throw new ArgumentOutOfRangeException(nameof(arrayIndex));
        if (array.Length - arrayIndex < _size)
            throw new ArgumentException("Offset and length were out of bounds for the array.");
        for (int i = 0; i < _size; i++)
            array[arrayIndex + i] = _items[Index(i)];
    }

    void ICollection.CopyTo(Array array, int index) => CopyTo((T[])array, index);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static InvalidOperationException Empty() => new("Queue empty.");

    private int Index(int place)
    {
        int index = _head + place;
        return index >= _items.Length ? index - _items.Length : index;
    }

    private void Resize(int capacity)
    {
        T[] larger = new T[capacity];
        CopyTo(larger, 0);
        _items = larger;
        _head = 0;
        _version++;
    }

    /// <summary>Walks over the queue, which must not change meanwhile.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly Queue<T> _queue;
        private readonly int _version;
        private int _index;

        internal Enumerator(Queue<T> queue)
        {
            _queue = queue;
            _version = queue._version;
            _index = -1;
        }

        public readonly T Current => (uint)_index < (uint)_queue._size
            ? _queue._items[_queue.Index(_index)]
            : throw new InvalidOperationException(
                "Enumeration has either not started or has already finished.");

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_version != _queue._version)
            {
                throw new InvalidOperationException("Collection was modified; enumeration "
                    + "operation may not execute.");
            }
            return ++_index < _queue._size;
        }

        void IEnumerator.Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
