// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Where a field lies.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class FieldOffsetAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    /// <param name="offset">In bytes from the start of the struct.</param>
    public FieldOffsetAttribute(int offset) => Value = offset;

    /// <summary>The offset in bytes.</summary>
    public int Value { get; }
}
