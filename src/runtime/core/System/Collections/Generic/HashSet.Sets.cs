// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

public partial class HashSet<T>
{
    public void UnionWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (T item in other)
            Add(item);
    }

    public void IntersectWith(IEnumerable<T> other)
    {
        HashSet<T> kept = ToSet(other);
        RemoveWhere(item => !kept.Contains(item));
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other == this)
        {
            Clear();
            return;
        }
        foreach (T item in other)
            Remove(item);
    }

    public void SymmetricExceptWith(IEnumerable<T> other)
    {
        foreach (T item in ToSet(other))
        {
            if (!Remove(item))
                Add(item);
        }
    }

    public bool IsSubsetOf(IEnumerable<T> other) => IsInside(ToSet(other));

    public bool IsProperSubsetOf(IEnumerable<T> other)
    {
        HashSet<T> set = ToSet(other);
        return Count < set.Count && IsInside(set);
    }

    public bool IsSupersetOf(IEnumerable<T> other) => ToSet(other).IsInside(this);

    public bool IsProperSupersetOf(IEnumerable<T> other)
    {
        HashSet<T> set = ToSet(other);
        return set.Count < Count && set.IsInside(this);
    }

    public bool Overlaps(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (T item in other)
        {
            if (Contains(item))
                return true;
        }
        return false;
    }

    public bool SetEquals(IEnumerable<T> other)
    {
        HashSet<T> set = ToSet(other);
        return set.Count == Count && IsInside(set);
    }

    private HashSet<T> ToSet(IEnumerable<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new HashSet<T>(other, _comparer);
    }

    private bool IsInside(HashSet<T> set)
    {
        foreach (T item in this)
        {
            if (!set.Contains(item))
                return false;
        }
        return true;
    }
}
