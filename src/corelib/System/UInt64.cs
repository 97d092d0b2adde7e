// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 64-bit unsigned integer (<c>ulong</c>).</summary>
public readonly struct UInt64 : IEquatable<ulong>, IComparable<ulong>
{
    private readonly ulong _value;

    /// <summary>The smallest value.</summary>
    public const ulong MinValue = 0;

    /// <summary>The largest value.</summary>
    public const ulong MaxValue = 18446744073709551615ul;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(ulong other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is ulong other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(ulong other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => (int)_value ^ (int)(_value >> 32);
}
