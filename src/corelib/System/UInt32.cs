// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 32-bit unsigned integer (<c>uint</c>).</summary>
public readonly struct UInt32 : IEquatable<uint>, IComparable<uint>
{
    private readonly uint _value;

    /// <summary>The smallest value.</summary>
    public const uint MinValue = 0;

    /// <summary>The largest value.</summary>
    public const uint MaxValue = 4294967295u;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(uint other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is uint other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(uint other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => (int)_value;
}
