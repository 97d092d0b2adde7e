// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 8-bit signed integer (<c>sbyte</c>).</summary>
public readonly struct SByte : IEquatable<sbyte>, IComparable<sbyte>
{
    private readonly sbyte _value;

    /// <summary>The smallest value.</summary>
    public const sbyte MinValue = -128;

    /// <summary>The largest value.</summary>
    public const sbyte MaxValue = 127;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(sbyte other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is sbyte other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(sbyte other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
