// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace System;

/// <summary>The tuple without values.</summary>
public partial struct ValueTuple : IEquatable<ValueTuple>
{
    public readonly bool Equals(ValueTuple other) => true;

    public readonly override bool Equals(object? obj) => obj is ValueTuple;

    public readonly override int GetHashCode() => 0;

    public readonly override string ToString() => "()";
}

/// <summary>Tuple of 2 values.</summary>
public struct ValueTuple<T1, T2>
    : IEquatable<(T1, T2)>, IComparable<(T1, T2)>, IComparable
{
    public T1 Item1;
    public T2 Item2;

    public ValueTuple(T1 item1, T2 item2)
    {
        Item1 = item1;
        Item2 = item2;
    }

    public readonly bool Equals((T1, T2) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2> other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(Item1, Item2);

    public readonly int CompareTo((T1, T2) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        return Comparer<T2>.Default.Compare(Item2, other.Item2);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ")";
}

/// <summary>Tuple of 3 values.</summary>
public struct ValueTuple<T1, T2, T3>
    : IEquatable<(T1, T2, T3)>, IComparable<(T1, T2, T3)>, IComparable
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;

    public ValueTuple(T1 item1, T2 item2, T3 item3)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
    }

    public readonly bool Equals((T1, T2, T3) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3> other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(Item1, Item2, Item3);

    public readonly int CompareTo((T1, T2, T3) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        return Comparer<T3>.Default.Compare(Item3, other.Item3);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2, T3))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ", "
        + Item3?.ToString() + ")";
}

/// <summary>Tuple of 4 values.</summary>
public struct ValueTuple<T1, T2, T3, T4>
    : IEquatable<(T1, T2, T3, T4)>, IComparable<(T1, T2, T3, T4)>, IComparable
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
    }

    public readonly bool Equals((T1, T2, T3, T4) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3, T4> other && Equals(other);

    public readonly override int GetHashCode() => HashCode.Combine(Item1, Item2, Item3, Item4);

    public readonly int CompareTo((T1, T2, T3, T4) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        return Comparer<T4>.Default.Compare(Item4, other.Item4);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2, T3, T4))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ", "
        + Item3?.ToString() + ", "
        + Item4?.ToString() + ")";
}

/// <summary>Tuple of 5 values.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5>
    : IEquatable<(T1, T2, T3, T4, T5)>, IComparable<(T1, T2, T3, T4, T5)>, IComparable
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
    }

    public readonly bool Equals((T1, T2, T3, T4, T5) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3, T4, T5> other && Equals(other);

    public readonly override int GetHashCode() =>
        HashCode.Combine(Item1, Item2, Item3, HashCode.Combine(Item4, Item5));

    public readonly int CompareTo((T1, T2, T3, T4, T5) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        return Comparer<T5>.Default.Compare(Item5, other.Item5);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2, T3, T4, T5))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ", "
        + Item3?.ToString() + ", "
        + Item4?.ToString() + ", "
        + Item5?.ToString() + ")";
}

/// <summary>Tuple of 6 values.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5, T6>
    : IEquatable<(T1, T2, T3, T4, T5, T6)>, IComparable<(T1, T2, T3, T4, T5, T6)>, IComparable
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;
    public T6 Item6;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
        Item6 = item6;
    }

    public readonly bool Equals((T1, T2, T3, T4, T5, T6) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5)
        && EqualityComparer<T6>.Default.Equals(Item6, other.Item6);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3, T4, T5, T6> other && Equals(other);

    public readonly override int GetHashCode() =>
        HashCode.Combine(Item1, Item2, Item3, HashCode.Combine(Item4, Item5, Item6));

    public readonly int CompareTo((T1, T2, T3, T4, T5, T6) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        order = Comparer<T5>.Default.Compare(Item5, other.Item5);
        if (order != 0)
            return order;
        return Comparer<T6>.Default.Compare(Item6, other.Item6);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2, T3, T4, T5, T6))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ", "
        + Item3?.ToString() + ", "
        + Item4?.ToString() + ", "
        + Item5?.ToString() + ", "
        + Item6?.ToString() + ")";
}

/// <summary>Tuple of 7 values.</summary>
public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7>
    : IEquatable<(T1, T2, T3, T4, T5, T6, T7)>, IComparable<(T1, T2, T3, T4, T5, T6, T7)>,
        IComparable
{
    public T1 Item1;
    public T2 Item2;
    public T3 Item3;
    public T4 Item4;
    public T5 Item5;
    public T6 Item6;
    public T7 Item7;

    public ValueTuple(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
    {
        Item1 = item1;
        Item2 = item2;
        Item3 = item3;
        Item4 = item4;
        Item5 = item5;
        Item6 = item6;
        Item7 = item7;
    }

    public readonly bool Equals((T1, T2, T3, T4, T5, T6, T7) other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5)
        && EqualityComparer<T6>.Default.Equals(Item6, other.Item6)
        && EqualityComparer<T7>.Default.Equals(Item7, other.Item7);

    public readonly override bool Equals(object? obj) =>
        obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7> other && Equals(other);

    public readonly override int GetHashCode() =>
        HashCode.Combine(Item1, Item2, Item3, HashCode.Combine(Item4, Item5, Item6, Item7));

    public readonly int CompareTo((T1, T2, T3, T4, T5, T6, T7) other)
    {
        int order;
        order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        order = Comparer<T5>.Default.Compare(Item5, other.Item5);
        if (order != 0)
            return order;
        order = Comparer<T6>.Default.Compare(Item6, other.Item6);
        if (order != 0)
            return order;
        return Comparer<T7>.Default.Compare(Item7, other.Item7);
    }

    readonly int IComparable.CompareTo(object? other) =>
        other is null ? 1 : CompareTo(((T1, T2, T3, T4, T5, T6, T7))other);

    public readonly override string ToString() => "(" + Item1?.ToString() + ", "
        + Item2?.ToString() + ", "
        + Item3?.ToString() + ", "
        + Item4?.ToString() + ", "
        + Item5?.ToString() + ", "
        + Item6?.ToString() + ", "
        + Item7?.ToString() + ")";
}
