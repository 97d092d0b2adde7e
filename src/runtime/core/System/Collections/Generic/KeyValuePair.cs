// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>A key and its value.</summary>
public readonly struct KeyValuePair<TKey, TValue>
{
    public KeyValuePair(TKey key, TValue value)
    {
        Key = key;
        Value = value;
    }

    public TKey Key { get; }

    public TValue Value { get; }

    public void Deconstruct(out TKey key, out TValue value)
    {
        key = Key;
        value = Value;
    }

    public override string ToString() =>
        "[" + Key?.ToString() + ", " + Value?.ToString() + "]";
}

/// <summary>Makes pairs.</summary>
public static class KeyValuePair
{
    public static KeyValuePair<TKey, TValue> Create<TKey, TValue>(TKey key, TValue value) =>
        new(key, value);
}
