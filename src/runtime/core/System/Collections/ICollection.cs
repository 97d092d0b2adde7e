// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Has a count.</summary>
public interface ICollection : IEnumerable
{
    int Count { get; }

    bool IsSynchronized { get; }

    object SyncRoot { get; }

    void CopyTo(Array array, int index);
}
