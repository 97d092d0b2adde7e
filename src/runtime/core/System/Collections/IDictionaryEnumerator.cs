// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Walks over keys and values, as objects.</summary>
public interface IDictionaryEnumerator : IEnumerator
{
    DictionaryEntry Entry { get; }

    object Key { get; }

    object? Value { get; }
}
