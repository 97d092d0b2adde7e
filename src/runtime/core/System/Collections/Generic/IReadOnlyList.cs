// SPDX-License-Identifier: MIT
namespace System.Collections.Generic;

/// <summary>Elements by number.</summary>
public interface IReadOnlyList<out T> : IReadOnlyCollection<T>
{
    T this[int index] { get; }
}
