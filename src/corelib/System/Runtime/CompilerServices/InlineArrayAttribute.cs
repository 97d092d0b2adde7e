// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>The single field of the struct is repeated.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class InlineArrayAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    /// <param name="length">Count of elements, above 0.</param>
    public InlineArrayAttribute(int length) => Length = length;

    /// <summary>Count of elements.</summary>
    public int Length { get; }
}
