// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>More of dictionaries and lists.</summary>
public static class CollectionExtensions
{
    public static TValue? GetValueOrDefault<TKey, TValue>(
        this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key) =>
        dictionary.TryGetValue(key, out TValue? value) ? value : default;

    public static TValue GetValueOrDefault<TKey, TValue>(
        this IReadOnlyDictionary<TKey, TValue> dictionary, TKey key, TValue defaultValue) =>
        dictionary.TryGetValue(key, out TValue? value) ? value : defaultValue;

    public static void AddRange<T>(this List<T> list, params ReadOnlySpan<T> source) =>
        list.AddRange(source);
}
