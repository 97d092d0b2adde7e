// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Equality without boxing.</summary>
/// <typeparam name="T">What can be compared with.</typeparam>
public interface IEquatable<T> where T : allows ref struct
{
    /// <summary>Whether the two values are the same.</summary>
    bool Equals(T? other);
}
