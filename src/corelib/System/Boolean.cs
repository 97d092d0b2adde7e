// SPDX-License-Identifier: MIT
namespace System;

/// <summary>Truth value, one byte, 0 or 1 (<c>bool</c>).</summary>
public readonly struct Boolean : IEquatable<bool>
{
    private readonly bool _value;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(bool other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is bool other && _value == other;

    /// <summary>1 for true, 0 for false.</summary>
    public override int GetHashCode() => _value ? 1 : 0;
}
