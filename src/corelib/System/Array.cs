// SPDX-License-Identifier: MIT
namespace System;

/// <summary>
/// Base of arrays. Tier 0 has none; frozen tables of the compiler have this layout.
/// </summary>
public abstract class Array
{
    private int _length;

    /// <summary>Count of elements.</summary>
    public int Length => _length;
}

/// <summary>Where the native compiler takes the methods of a vector type from.</summary>
/// <typeparam name="T">Element.</typeparam>
public abstract class Array<T> : Array;
