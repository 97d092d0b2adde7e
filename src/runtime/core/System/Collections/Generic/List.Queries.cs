// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

public partial class List<T>
{
    public bool Contains(T item) => IndexOf(item) >= 0;

    public int IndexOf(T item) => Array.IndexOf(_items, item, 0, _size);

    public int IndexOf(T item, int index) => Array.IndexOf(_items, item, index, _size - index);

    public int LastIndexOf(T item)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = _size - 1; i >= 0; i--)
        {
            if (comparer.Equals(_items[i], item))
                return i;
        }
        return -1;
    }

    public int BinarySearch(T item) => BinarySearch(item, null);

    public int BinarySearch(T item, IComparer<T>? comparer) =>
        Array.BinarySearch(_items, 0, _size, item, comparer);

    public List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        List<TOutput> made = new(_size);
        for (int i = 0; i < _size; i++)
            made.Add(converter(_items[i]));
        return made;
    }

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex) =>
        Array.Copy(_items, 0, array, arrayIndex, _size);

    void ICollection.CopyTo(Array array, int index) => Array.Copy(_items, 0, array, index, _size);

    public bool Exists(Predicate<T> match) => FindIndex(match) >= 0;

    public T? Find(Predicate<T> match)
    {
        int index = FindIndex(match);
        return index < 0 ? default : _items[index];
    }

    public List<T> FindAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        List<T> found = [];
        for (int i = 0; i < _size; i++)
        {
            if (match(_items[i]))
                found.Add(_items[i]);
        }
        return found;
    }

    public int FindIndex(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (int i = 0; i < _size; i++)
        {
            if (match(_items[i]))
                return i;
        }
        return -1;
    }

    public T? FindLast(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (int i = _size - 1; i >= 0; i--)
        {
            if (match(_items[i]))
                return _items[i];
        }
        return default;
    }

    public void ForEach(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (T item in this)
            action(item);
    }

    public List<T> GetRange(int index, int count)
    {
        CheckRange(index, count);
        List<T> part = new(count);
        Array.Move(_items, index, part._items, 0, count);
        part._size = count;
        return part;
    }

    public List<T> Slice(int start, int length) => GetRange(start, length);

    public int RemoveAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        int kept = 0;
        for (int i = 0; i < _size; i++)
        {
            if (!match(_items[i]))
                _items[kept++] = _items[i];
        }
        int count = _size - kept;
        Array.Clear(_items, kept, count);
        _size = kept;
        _version++;
        return count;
    }

    public void Reverse() => Reverse(0, _size);

    public void Reverse(int index, int count)
    {
        CheckRange(index, count);
        new Span<T>(_items, index, count).Reverse();
        _version++;
    }

    public void Sort() => Sort((IComparer<T>?)null);

    public void Sort(IComparer<T>? comparer) => Sort(0, _size, comparer);

    public void Sort(int index, int count, IComparer<T>? comparer)
    {
        CheckRange(index, count);
        IntroSort<T>.Sort(new Span<T>(_items, index, count), comparer ?? Comparer<T>.Default);
        _version++;
    }

    public void Sort(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Sort(Comparer<T>.Create(comparison));
    }

    public T[] ToArray()
    {
        if (_size == 0)
            return Array.Empty<T>();
        T[] copy = new T[_size];
        Array.Move(_items, 0, copy, 0, _size);
        return copy;
    }

    public bool TrueForAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (int i = 0; i < _size; i++)
        {
            if (!match(_items[i]))
                return false;
        }
        return true;
    }

    internal Span<T> AsSpan() => new(_items, 0, _size);

    internal void SetCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        EnsureCapacity(count);
        if (count < _size)
            Array.Clear(_items, count, _size - count);
        _size = count;
        _version++;
    }

    public System.Collections.ObjectModel.ReadOnlyCollection<T> AsReadOnly() => new(this);
}
