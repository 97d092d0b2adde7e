// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>Elements by number that can be changed.</summary>
public interface IList<T> : ICollection<T>
{
    T this[int index] { get; set; }

    int IndexOf(T item);

    void Insert(int index, T item);

    void RemoveAt(int index);
}
