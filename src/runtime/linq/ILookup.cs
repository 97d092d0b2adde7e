// SPDX-License-Identifier: MIT
using System.Collections.Generic;

namespace System.Linq;

/// <summary>Elements by key, several for each.</summary>
public interface ILookup<TKey, TElement> : IEnumerable<IGrouping<TKey, TElement>>
{
    int Count { get; }

    IEnumerable<TElement> this[TKey key] { get; }

    bool Contains(TKey key);
}
