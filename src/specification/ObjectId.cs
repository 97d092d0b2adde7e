// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification;

/// <summary>Name of a kernel object in the specification: no address, no index, never used
/// twice.</summary>
/// <param name="Value">1 upward in the order of creation; 0: no object.</param>
public readonly record struct ObjectId(int Value)
{
    /// <summary>No object.</summary>
    public static ObjectId None => default;

    /// <summary>Whether it names no object.</summary>
    public bool IsNone => Value == 0;

    /// <inheritdoc/>
    public override string ToString() => IsNone ? "none" : $"#{Value}";
}
