// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Generic;

namespace System;

/// <summary>A part of an array.</summary>
public readonly struct ArraySegment<T> : IReadOnlyList<T>
{
    public ArraySegment(T[] array)
        : this(array, 0, array.Length)
    {
    }

    public ArraySegment(T[] array, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        if ((uint)offset > (uint)array.Length || (uint)count > (uint)(array.Length - offset))
            throw new ArgumentException("Offset and length were out of bounds for the array.");
        Array = array;
        Offset = offset;
        Count = count;
    }

    public T[]? Array { get; }

    public int Offset { get; }

    public int Count { get; }

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new ArgumentOutOfRangeException(nameof(index));
            return Array![Offset + index];
        }
    }

    public ArraySegment<T> Slice(int index, int count) => new(Array!, Offset + index, count);

    public T[] ToArray() => new ReadOnlySpan<T>(Array, Offset, Count).ToArray();

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static implicit operator ArraySegment<T>(T[]? array) =>
        array is null ? default : new(array);

    /// <summary>Walks over the part.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly ArraySegment<T> _segment;
        private int _index;

        internal Enumerator(ArraySegment<T> segment)
        {
            _segment = segment;
            _index = -1;
        }

        public readonly T Current => _segment[_index];

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => ++_index < _segment.Count;

        void IEnumerator.Reset() => _index = -1;

        public readonly void Dispose()
        {
        }
    }
}
