// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Order without boxing.</summary>
/// <typeparam name="T">What can be compared with.</typeparam>
public interface IComparable<in T> where T : allows ref struct
{
    /// <summary>Below zero, zero or above zero: before, equal to or after the other.</summary>
    int CompareTo(T? other);
}

/// <summary>Order of objects.</summary>
public interface IComparable
{
    /// <summary>Below zero, zero or above zero: before, equal to or after the other.</summary>
    int CompareTo(object? obj);
}
