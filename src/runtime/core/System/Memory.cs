// SPDX-License-Identifier: MIT
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>A part of an array that, unlike a span, can be kept.</summary>
public readonly struct Memory<T> : IEquatable<Memory<T>>
{
    private readonly T[]? _array;
    private readonly int _start;
    private readonly int _length;

    public Memory(T[]? array)
        : this(array, 0, array?.Length ?? 0)
    {
    }

    public Memory(T[]? array, int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)(array?.Length ?? 0))
            ThrowHelpers.ThrowStartOutOfRange();
        _array = array;
        _start = start;
        _length = length;
    }

    public static Memory<T> Empty => default;

    public int Length => _length;

    public bool IsEmpty => _length == 0;

    public Span<T> Span => new(_array, _start, _length);

    public Memory<T> Slice(int start) => Slice(start, _length - start);

    public Memory<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
            ThrowHelpers.ThrowStartOutOfRange();
        return new(_array, _start + start, length);
    }

    public void CopyTo(Memory<T> destination) => Span.CopyTo(destination.Span);

    public T[] ToArray() => Span.ToArray();

    public bool Equals(Memory<T> other) => _array == other._array && _start == other._start
        && _length == other._length;

    public override bool Equals(object? obj) => obj is Memory<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_start, _length);

    public static implicit operator Memory<T>(T[]? array) => new(array);

    public static implicit operator ReadOnlyMemory<T>(Memory<T> memory) =>
        new(memory._array, memory._start, memory._length);
}
