// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 64-bit signed integer (<c>long</c>).</summary>
public readonly struct Int64 : IEquatable<long>, IComparable<long>
{
    private readonly long _value;

    /// <summary>The smallest value.</summary>
    public const long MinValue = -9223372036854775808L;

    /// <summary>The largest value.</summary>
    public const long MaxValue = 9223372036854775807L;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(long other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is long other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(long other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);
}
