// SPDX-License-Identifier: MIT
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Internal.Runtime;

namespace System;

public abstract unsafe partial class Array
{
    public static void Copy(Array sourceArray, Array destinationArray, int length) =>
        Copy(sourceArray, 0, destinationArray, 0, length);

    public static void Copy(
        Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex,
            int length)
    {
        ArgumentNullException.ThrowIfNull(sourceArray);
        ArgumentNullException.ThrowIfNull(destinationArray);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfNegative(sourceIndex);
        ArgumentOutOfRangeException.ThrowIfNegative(destinationIndex);
        if (sourceArray._length - sourceIndex < length)
            throw new ArgumentException(
                "Source array was not long enough. Check the source index, length, and the array's "
                + "lower bounds.", nameof(sourceArray));
        if (destinationArray._length - destinationIndex < length)
            throw new ArgumentException(
                "Destination array was not long enough. Check the destination index, length, and "
                + "the array's lower bounds.", nameof(destinationArray));
        MethodTable* from = sourceArray.Table->Element;
        MethodTable* to = destinationArray.Table->Element;
        if (from == to || TypeRelation.CanCast(sourceArray.Table, destinationArray.Table))
        {
            Move(sourceArray, sourceIndex, destinationArray, destinationIndex, length);
            return;
        }
        CopyCasting(sourceArray, sourceIndex, destinationArray, destinationIndex, length);
    }

    public static void Clear(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        Clear(array, 0, array._length);
    }

    public static void Clear(Array array, int index, int length)
    {
        ArgumentNullException.ThrowIfNull(array);
        if (index < 0 || length < 0 || array._length - index < length)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException();
        nuint size = array.ElementSize;
        SpanHelpers.ClearWithoutReferences(
            ref Unsafe.AddByteOffset(ref array.Data, (nuint)(uint)index * size),
                (nuint)(uint)length * size);
    }

    public static void Resize<T>(ref T[]? array, int newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(newSize);
        T[] made = new T[newSize];
        if (array is not null)
            Copy(array, 0, made, 0, Math.Min(array.Length, newSize));
        array = made;
    }

    public static void Fill<T>(T[] array, T value)
    {
        ArgumentNullException.ThrowIfNull(array);
        for (int i = 0; i < array.Length; i++)
            array[i] = value;
    }

    public static int IndexOf<T>(T[] array, T value) => IndexOf(array, value, 0, array.Length);

    public static int IndexOf<T>(T[] array, T value, int startIndex) =>
        IndexOf(array, value, startIndex, array.Length - startIndex);

    public static int IndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (comparer.Equals(array[i], value))
                return i;
        }
        return -1;
    }

    public static int LastIndexOf<T>(T[] array, T value)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = array.Length - 1; i >= 0; i--)
        {
            if (comparer.Equals(array[i], value))
                return i;
        }
        return -1;
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;

    public static T? Find<T>(T[] array, Predicate<T> match)
    {
        int index = FindIndex(array, match);
        return index < 0 ? default : array[index];
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match) =>
        new List<T>(array).FindAll(match).ToArray();

    public static int FindIndex<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(match);
        for (int i = 0; i < array.Length; i++)
        {
            if (match(array[i]))
                return i;
        }
        return -1;
    }

    public static bool TrueForAll<T>(T[] array, Predicate<T> match) =>
        FindIndex(array, item => !match(item)) < 0;

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        foreach (T item in array)
            action(item);
    }

    public static TOutput[] ConvertAll<TInput, TOutput>(
        TInput[] array, Converter<TInput, TOutput> converter)
    {
        TOutput[] made = new TOutput[array.Length];
        for (int i = 0; i < array.Length; i++)
            made[i] = converter(array[i]);
        return made;
    }

    public static void Reverse<T>(T[] array) => new Span<T>(array).Reverse();

    public static void Sort<T>(T[] array) => Sort(array, (IComparer<T>?)null);

    public static void Sort<T>(T[] array, IComparer<T>? comparer)
    {
        ArgumentNullException.ThrowIfNull(array);
        IntroSort<T>.Sort(array, comparer ?? Comparer<T>.Default);
    }

    public static void Sort<T>(T[] array, Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Sort(array, Comparer<T>.Create(comparison));
    }

    public static int BinarySearch<T>(T[] array, T value) =>
        BinarySearch(array, 0, array.Length, value, null);

    public static int BinarySearch<T>(
        T[] array, int index, int length, T value, IComparer<T>? comparer)
    {
        comparer ??= Comparer<T>.Default;
        int low = index, high = index + length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = comparer.Compare(array[middle], value);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    public static Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly<T>(T[] array) =>
        new(array);

    /// <summary>Copies elements between arrays of one type; places and length are known to fit.
    /// </summary>
    internal static void Move(
        Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        nuint size = source.ElementSize;
        ref byte from = ref Unsafe.AddByteOffset(ref source.Data, (nuint)(uint)sourceIndex * size);
        ref byte to =
            ref Unsafe.AddByteOffset(ref destination.Data, (nuint)(uint)destinationIndex * size);
        if (source.Table->HasPointers)
            Buffer.BulkMoveWithWriteBarrier(ref to, ref from, (nuint)(uint)length * size);
        else
            SpanHelpers.Memmove(ref to, ref from, (nuint)(uint)length * size);
    }

    // Down a hierarchy each element is asked; values become objects; nothing else fits.
    private static void CopyCasting(
        Array source, int sourceIndex, Array destination, int destinationIndex, int length)
    {
        MethodTable* to = destination.Table->Element;
        if (to->IsValueType || !(source.Table->Element->IsValueType
            || TypeRelation.CanCast(to, source.Table->Element) || to->IsInterface))
            throw new ArrayTypeMismatchException(
                "Source array type cannot be assigned to destination array type.");
        for (int i = 0; i < length; i++)
        {
            object? value = source.GetValue(sourceIndex + i);
            if (value is not null && !TypeRelation.CanCast(value.Table, to))
            {
                throw new InvalidCastException("Unable to cast object of type '"
                    + TypeNames.Of(value.Table) + "' to type '" + TypeNames.Of(to) + "'.");
            }
            Unsafe.As<object?[]>(destination)[destinationIndex + i] = value;
        }
    }
}
