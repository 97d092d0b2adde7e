// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 8-bit unsigned integer (<c>byte</c>).</summary>
public readonly struct Byte : IEquatable<byte>, IComparable<byte>
{
    private readonly byte _value;

    /// <summary>The smallest value.</summary>
    public const byte MinValue = 0;

    /// <summary>The largest value.</summary>
    public const byte MaxValue = 255;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(byte other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is byte other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(byte other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
