// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Walks over elements.</summary>
public interface IEnumerator
{
    object? Current { get; }

    bool MoveNext();

    void Reset();
}
