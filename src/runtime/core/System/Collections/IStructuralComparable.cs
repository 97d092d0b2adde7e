// SPDX-License-Identifier: MIT
namespace System.Collections;

/// <summary>Order of structure.</summary>
public interface IStructuralComparable
{
    int CompareTo(object? other, IComparer comparer);
}
