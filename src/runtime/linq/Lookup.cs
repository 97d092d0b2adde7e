// SPDX-License-Identifier: MIT
using System;
using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>Groups in the order of their first elements.</summary>
internal sealed class Lookup<TKey, TElement> : ILookup<TKey, TElement>
{
    private readonly List<Grouping> _groups = new();
    private readonly Dictionary<(bool, TKey), Grouping> _byKey = new();

    public int Count => _groups.Count;

    public IEnumerable<TElement> this[TKey key] =>
        _byKey.TryGetValue((true, key), out Grouping? group) ? group : Array.Empty<TElement>();

    public bool Contains(TKey key) => _byKey.ContainsKey((true, key));

    public IEnumerator<IGrouping<TKey, TElement>> GetEnumerator()
    {
        foreach (Grouping group in _groups)
            yield return group;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Lookup<TKey, TElement> Of<TSource>(
        IEnumerable<TSource> source, Func<TSource, TKey> key, Func<TSource, TElement> element)
    {
        Lookup<TKey, TElement> made = new();
        foreach (TSource item in source)
            made.Add(key(item), element(item));
        return made;
    }

    // The key stands in a pair: it may be null.
    private void Add(TKey key, TElement element)
    {
        if (!_byKey.TryGetValue((true, key), out Grouping? group))
        {
            group = new Grouping(key);
            _byKey.Add((true, key), group);
            _groups.Add(group);
        }
        group.Add(element);
    }

    private sealed class Grouping : IGrouping<TKey, TElement>
    {
        private readonly List<TElement> _elements = new();

        internal Grouping(TKey key) => Key = key;

        public TKey Key { get; }

        public IEnumerator<TElement> GetEnumerator() => _elements.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        internal void Add(TElement element) => _elements.Add(element);
    }
}
