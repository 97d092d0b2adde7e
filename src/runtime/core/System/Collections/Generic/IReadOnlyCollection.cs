// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>Elements with a count.</summary>
public interface IReadOnlyCollection<out T> : IEnumerable<T>
{
    int Count { get; }
}
