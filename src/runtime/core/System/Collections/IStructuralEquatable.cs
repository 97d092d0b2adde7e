// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Equality of structure.</summary>
public interface IStructuralEquatable
{
    bool Equals(object? other, IEqualityComparer comparer);

    int GetHashCode(IEqualityComparer comparer);
}
