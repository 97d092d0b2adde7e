// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The signed integer of the width of an address (<c>nint</c>).</summary>
public readonly unsafe partial struct IntPtr : IEquatable<nint>, IComparable<nint>
{
    private readonly void* _value;

    /// <summary>Zero.</summary>
    public static readonly nint Zero;

    /// <summary>The smallest value.</summary>
    public static nint MinValue => unchecked((nint)(-9223372036854775808L));

    /// <summary>The largest value.</summary>
    public static nint MaxValue => unchecked((nint)9223372036854775807L);

    /// <summary>The width in bytes.</summary>
    public static int Size => sizeof(nint);

    /// <summary>Wraps an address.</summary>
    public IntPtr(void* value) => _value = value;

    /// <summary>Takes a 64-bit integer.</summary>
    public IntPtr(long value) => _value = (void*)value;

    /// <summary>The value as an address.</summary>
    public void* ToPointer() => _value;

    /// <summary>The value as a 64-bit integer.</summary>
    public long ToInt64() => (long)_value;

    /// <summary>Whether the two values are the same.</summary>
    public bool Equals(nint other) => (nint)_value == other;

    /// <summary>Whether the object is a boxed value of this type that is the same.</summary>
    public override bool Equals(object? obj) => obj is nint other && Equals(other);

    /// <summary>-1, 0 or 1: below, equal to or above the other value.</summary>
    public int CompareTo(nint other) => (nint)_value < other ? -1 : (nint)_value > other ? 1 : 0;

    /// <summary>A value that is the same for equal values.</summary>
    public override int GetHashCode() => (int)(long)_value ^ (int)((long)_value >> 32);

    /// <summary>Takes an address.</summary>
    public static explicit operator nint(void* value) => new(value);

    /// <summary>Gives the address.</summary>
    public static explicit operator void*(nint value) => value.ToPointer();
}
