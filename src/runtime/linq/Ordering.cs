// SPDX-License-Identifier: MIT
using System;
using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>A sequence with its orders, the first one decides first.</summary>
internal sealed class Ordering<TElement> : IOrderedEnumerable<TElement>
{
    private readonly IEnumerable<TElement> _source;
    private readonly List<Func<TElement, TElement, int>> _orders;

    internal Ordering(
        IEnumerable<TElement> source, IEnumerable<Func<TElement, TElement, int>> orders)
    {
        _source = source;
        _orders = new List<Func<TElement, TElement, int>>(orders);
    }

    internal Ordering<TElement> Then(Func<TElement, TElement, int> order)
    {
        Ordering<TElement> longer = new(_source, _orders);
        longer._orders.Add(order);
        return longer;
    }

    public IEnumerator<TElement> GetEnumerator()
    {
        List<(TElement Item, int Place)> all = new();
        foreach (TElement item in _source)
            all.Add((item, all.Count));
        // The place decides last: the sort is stable.
        all.Sort((left, right) => Compare(left, right));
        foreach ((TElement item, int _) in all)
            yield return item;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Compare((TElement Item, int Place) left, (TElement Item, int Place) right)
    {
        foreach (Func<TElement, TElement, int> order in _orders)
        {
            int result = order(left.Item, right.Item);
            if (result != 0)
                return result;
        }
        return left.Place.CompareTo(right.Place);
    }
}
