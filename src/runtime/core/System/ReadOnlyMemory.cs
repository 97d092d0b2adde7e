// SPDX-License-Identifier: MIT
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>The same, read only.</summary>
public readonly struct ReadOnlyMemory<T> : IEquatable<ReadOnlyMemory<T>>
{
    private readonly T[]? _array;
    private readonly int _start;
    private readonly int _length;

    public ReadOnlyMemory(T[]? array)
        : this(array, 0, array?.Length ?? 0)
    {
    }

    public ReadOnlyMemory(T[]? array, int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)(array?.Length ?? 0))
            ThrowHelpers.ThrowStartOutOfRange();
        _array = array;
        _start = start;
        _length = length;
    }

    public static ReadOnlyMemory<T> Empty => default;

    public int Length => _length;

    public bool IsEmpty => _length == 0;

    public ReadOnlySpan<T> Span => new(_array, _start, _length);

    public ReadOnlyMemory<T> Slice(int start) => Slice(start, _length - start);

    public ReadOnlyMemory<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
            ThrowHelpers.ThrowStartOutOfRange();
        return new(_array, _start + start, length);
    }

    public void CopyTo(Memory<T> destination) => Span.CopyTo(destination.Span);

    public T[] ToArray() => Span.ToArray();

    public bool Equals(ReadOnlyMemory<T> other) => _array == other._array && _start == other._start
        && _length == other._length;

    public override bool Equals(object? obj) => obj is ReadOnlyMemory<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_start, _length);

    public static implicit operator ReadOnlyMemory<T>(T[]? array) => new(array);
}
