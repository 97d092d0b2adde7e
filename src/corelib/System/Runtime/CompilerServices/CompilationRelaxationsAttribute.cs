// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Emitted by the C# compiler on every assembly.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class CompilationRelaxationsAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public CompilationRelaxationsAttribute(int relaxations) => CompilationRelaxations = relaxations;

    /// <summary>The bits.</summary>
    public int CompilationRelaxations { get; }
}
