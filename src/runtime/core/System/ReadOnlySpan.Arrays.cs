// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System;

// Arrays and texts.
public readonly unsafe ref partial struct ReadOnlySpan<T>
{
    public ReadOnlySpan(T[]? array)
    {
        if (array is null)
        {
            this = default;
            return;
        }
        _reference = ref MemoryMarshal.GetArrayDataReference(array);
        _length = array.Length;
    }

    public ReadOnlySpan(T[]? array, int start, int length)
    {
        if (array is null)
        {
            if (start != 0 || length != 0)
                ThrowHelpers.ThrowArgumentOutOfRange();
            this = default;
            return;
        }
        if ((ulong)(uint)start + (uint)length > (uint)array.Length)
            ThrowHelpers.ThrowArgumentOutOfRange();
        _reference = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), start);
        _length = length;
    }

    public static implicit operator ReadOnlySpan<T>(T[]? array) => new(array);

    public static implicit operator ReadOnlySpan<T>(ArraySegment<T> segment) =>
        new(segment.Array, segment.Offset, segment.Count);

    public static ReadOnlySpan<T> CastUp<TDerived>(ReadOnlySpan<TDerived> items)
        where TDerived : class?, T => new(
            in Unsafe.As<TDerived, T>(ref items.Reference), items.Length);

    public T[] ToArray()
    {
        if (_length == 0)
            return Array.Empty<T>();
        T[] copy = new T[_length];
        CopyTo(copy);
        return copy;
    }

    public override string ToString()
    {
        if (typeof(T) == typeof(char))
        {
            return string.Create(new ReadOnlySpan<char>(
                in Unsafe.As<T, char>(ref _reference), _length));
        }
        return "System.ReadOnlySpan<" + TypeNames.LastPart(TypeNames.Of(MethodTable.Of<T>()))
            + ">[" + _length.ToString() + "]";
    }
}
