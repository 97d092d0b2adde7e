// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>Where the native compiler takes the interfaces of a vector type from.</summary>
/// <typeparam name="T">Element.</typeparam>
public abstract class Array<T> : Array, IList<T>, IReadOnlyList<T>
{
    int ICollection<T>.Count => Length;

    int IReadOnlyCollection<T>.Count => Length;

    bool ICollection<T>.IsReadOnly => true;

    T IList<T>.this[int index]
    {
        get => Self[index];
        set => Self[index] = value;
    }

    T IReadOnlyList<T>.this[int index] => Self[index];

    private T[] Self => Unsafe.As<T[]>(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new VectorWalk<T>(Self);

    bool ICollection<T>.Contains(T item) => IndexOf(Self, item) >= 0;

    int IList<T>.IndexOf(T item) => IndexOf(Self, item);

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) =>
        Copy(this, 0, array, arrayIndex, Length);

    void ICollection<T>.Add(T item) => throw FixedSize();

    void ICollection<T>.Clear() => throw FixedSize();

    bool ICollection<T>.Remove(T item) => throw FixedSize();

    void IList<T>.Insert(int index, T item) => throw FixedSize();

    void IList<T>.RemoveAt(int index) => throw FixedSize();

    private static NotSupportedException FixedSize() => new("Collection was of a fixed size.");
}

/// <summary>Walks over a vector.</summary>
internal sealed class VectorWalk<T> : IEnumerator<T>
{
    private readonly T[] _array;
    private int _index = -1;

    internal VectorWalk(T[] array) => _array = array;

    public T Current
    {
        get
        {
            if ((uint)_index >= (uint)_array.Length)
                throw new InvalidOperationException(_index < 0
                    ? "Enumeration has not started. Call MoveNext."
                    : "Enumeration already finished.");
            return _array[_index];
        }
    }

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        if (_index >= _array.Length)
            return false;
        return ++_index < _array.Length;
    }

    public void Reset() => _index = -1;

    public void Dispose()
    {
    }
}
