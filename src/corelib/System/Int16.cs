// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 16-bit signed integer (<c>short</c>).</summary>
public readonly struct Int16 : IEquatable<short>, IComparable<short>
{
    private readonly short _value;

    /// <summary>The smallest value.</summary>
    public const short MinValue = -32768;

    /// <summary>The largest value.</summary>
    public const short MaxValue = 32767;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(short other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is short other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(short other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
