// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>A key and its value, as objects.</summary>
public struct DictionaryEntry
{
    public DictionaryEntry(object key, object? value)
    {
        Key = key;
        Value = value;
    }

    public object Key { get; set; }

    public object? Value { get; set; }
}
