// SPDX-License-Identifier: MIT
namespace System;

/// <summary>One UTF-16 code unit (<c>char</c>).</summary>
public readonly struct Char : IEquatable<char>, IComparable<char>
{
    private readonly char _value;

    /// <summary>The largest value.</summary>
    public const char MaxValue = (char)0xFFFF;

    /// <summary>The smallest value.</summary>
    public const char MinValue = (char)0;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(char other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is char other && _value == other;

    /// <summary>Below zero, zero or above zero: before, equal to or after the other.</summary>
    public int CompareTo(char other) => _value - other;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
