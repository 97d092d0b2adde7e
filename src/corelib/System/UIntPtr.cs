// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The unsigned integer of the width of an address (<c>nuint</c>).</summary>
public readonly unsafe partial struct UIntPtr : IEquatable<nuint>, IComparable<nuint>
{
    private readonly void* _value;

    /// <summary>Zero.</summary>
    public static readonly nuint Zero;

    /// <summary>The smallest value.</summary>
    public static nuint MinValue => unchecked((nuint)0);

    /// <summary>The largest value.</summary>
    public static nuint MaxValue => unchecked((nuint)18446744073709551615ul);

    /// <summary>The width in bytes.</summary>
    public static int Size => sizeof(nuint);

    /// <summary>Wraps an address.</summary>
    public UIntPtr(void* value) => _value = value;

    /// <summary>Takes a 64-bit integer.</summary>
    public UIntPtr(ulong value) => _value = (void*)value;

    /// <summary>The value as an address.</summary>
    public void* ToPointer() => _value;

    /// <summary>The value as a 64-bit integer.</summary>
    public ulong ToUInt64() => (ulong)_value;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(nuint other) => (nuint)_value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is nuint other && Equals(other);

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(nuint other) => (nuint)_value < other ? -1 : (nuint)_value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => (int)(ulong)_value ^ (int)((ulong)_value >> 32);

    /// <summary>Takes an address.</summary>
    public static explicit operator nuint(void* value) => new(value);

    /// <summary>Gives the address.</summary>
    public static explicit operator void*(nuint value) => value.ToPointer();
}
