// SPDX-License-Identifier: MIT
using System.Collections;

namespace System;

/// <summary>Walks over any array as objects.</summary>
internal sealed class ArrayWalk : IEnumerator
{
    private readonly Array _array;
    private int _index = -1;

    internal ArrayWalk(Array array) => _array = array;

    public object? Current => _array.GetValue(_index);

    public bool MoveNext() => ++_index < _array.Length;

    public void Reset() => _index = -1;
}
