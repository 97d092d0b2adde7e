// SPDX-License-Identifier: MIT
using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace System;

/// <summary>Base of arrays.</summary>
/// <remarks>The length lies at 8, the elements of a vector at 16: a contract with the native
/// compiler.</remarks>
public abstract unsafe partial class Array : ICollection, ICloneable
{
    private int _length;

    // Elements of vectors start here; other arrays have their bounds first.
    private int _padding;

    public static int MaxLength => 0X7FFFFFC7;

    public int Length => _length;

    public long LongLength => _length;

    public int Rank => Table->Rank;

    public bool IsReadOnly => false;

    public bool IsFixedSize => true;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    int ICollection.Count => _length;

    internal uint ElementSize => Table->ComponentSize;

    internal ref byte Data => ref Unsafe.AddByteOffset(
        ref Unsafe.As<int, byte>(ref _length), (nuint)Table->BaseSize - 16);

    public int GetLength(int dimension)
    {
        if ((uint)dimension >= (uint)Rank)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        if (Table->Kind == ElementKind.Vector)
            return _length;
        return Unsafe.Add(ref _padding, dimension + 1);
    }

    public int GetLowerBound(int dimension)
    {
        if ((uint)dimension >= (uint)Rank)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        return 0;
    }

    public int GetUpperBound(int dimension) => GetLength(dimension) - 1;

    public object Clone() => ObjectCopy.Shallow(this);

    public static T[] Empty<T>() => EmptyArray<T>.Value;

    public object? GetValue(int index)
    {
        if (Rank != 1)
            throw new ArgumentException("Array was not a one-dimensional array.");
        if ((uint)index >= (uint)_length)
            ThrowHelpers.ThrowIndexOutOfRangeException();
        ref byte element =
            ref Unsafe.AddByteOffset(ref Data, (nuint)(uint)index * ElementSize);
        MethodTable* type = Table->Element;
        return type->IsValueType
            ? Boxing.Box(type, ref element) : Unsafe.As<byte, object?>(ref element);
    }

    public void CopyTo(Array array, int index)
    {
        ArgumentNullException.ThrowIfNull(array);
        Copy(this, 0, array, index, _length);
    }

    public IEnumerator GetEnumerator() => new ArrayWalk(this);
}

/// <summary>The one empty array of an element type.</summary>
internal static class EmptyArray<T>
{
    internal static readonly T[] Value = new T[0];
}
