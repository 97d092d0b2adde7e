// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>How the fields of a struct are laid out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class StructLayoutAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public StructLayoutAttribute(LayoutKind layoutKind) => Value = layoutKind;

    /// <summary>The kind of layout.</summary>
    public LayoutKind Value { get; }

    /// <summary>Largest alignment of a field, in bytes.</summary>
    public int Pack;

    /// <summary>Size in bytes, at least.</summary>
    public int Size;
}
