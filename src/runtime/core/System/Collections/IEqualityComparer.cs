// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Equality of objects.</summary>
public interface IEqualityComparer
{
    bool Equals(object? x, object? y);

    int GetHashCode(object obj);
}
