// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The 16-bit unsigned integer (<c>ushort</c>).</summary>
public readonly struct UInt16 : IEquatable<ushort>, IComparable<ushort>
{
    private readonly ushort _value;

    /// <summary>The smallest value.</summary>
    public const ushort MinValue = 0;

    /// <summary>The largest value.</summary>
    public const ushort MaxValue = 65535;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(ushort other) => _value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is ushort other && _value == other;

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(ushort other) => _value < other ? -1 : _value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => _value;
}
