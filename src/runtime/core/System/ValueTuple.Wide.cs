// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace System;

/// <summary>Tuple of one value: the end of a tuple of eight.</summary>
public struct ValueTuple<T1>
    : IEquatable<ValueTuple<T1>>, IComparable<ValueTuple<T1>>, IComparable
{
    public T1 Item1;

    public ValueTuple(T1 item1) => Item1 = item1;

    public readonly bool Equals(ValueTuple<T1> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1> other && Equals(other);

    public readonly override int GetHashCode() => Item1?.GetHashCode() ?? 0;

    public readonly int CompareTo(ValueTuple<T1> other) =>
        Comparer<T1>.Default.Compare(Item1, other.Item1);

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo((ValueTuple<T1>)other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ")";
}

/// <summary>Tuple of 7 values and a tuple of those after them.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>,
        IComparable<ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>>, IComparable
    where TRest : struct
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;
    public T6 Item6;
    public T7 Item7;
    public TRest Rest;

    public ValueTuple(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7, TRest rest)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
        Item6 = item6;
        Item7 = item7;
        Rest = rest;
    }

    private readonly (T1, T2, T3, T4, T5, T6, T7) First =>
        (Item1, Item2, Item3, Item4, Item5, Item6, Item7);

    public readonly bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other) =>
        First.Equals(other.First) && EqualityComparer<TRest>.Default.Equals(Rest, other.Rest);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other && Equals(other);

    public readonly override int GetHashCode() =>
        HashCode.Combine(First.GetHashCode(), Rest.GetHashCode());

    public readonly int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest> other)
    {
        int order = First.CompareTo(other.First);
        return order != 0 ? order : Comparer<TRest>.Default.Compare(Rest, other.Rest);
    }

    readonly int IComparable.CompareTo(object? other) => other is null
        ? 1 : CompareTo((ValueTuple<T1, T2, T3, T4, T5, T6, T7, TRest>)other);

    // The rest is a tuple: the two pairs of parentheses become one.
    public readonly override string ToString()
    {
        string first = First.ToString(), rest = Rest.ToString()!;
        bool isTuple = rest.Length > 0 && rest[0] == '(';
        return first.Substring(0, first.Length - 1) + ", "
            + (isTuple ? rest.Substring(1) : rest + ")");
    }
}
