// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 32-bit signed integer (<c>int</c>).</summary>
public readonly struct Int32 : IEquatable<int>, IComparable<int>
{
    private readonly int _value;

    /// <summary>The smallest value.</summary>
    public const int MinValue = -2147483648;

    /// <summary>The largest value.</summary>
    public const int MaxValue = 2147483647;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(int other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is int other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(int other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
