// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>How a method is compiled.</summary>
[AttributeUsage(AttributeTargets.Constructor | AttributeTargets.Method)]
public sealed class MethodImplAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public MethodImplAttribute(MethodImplOptions methodImplOptions) => Value = methodImplOptions;

    /// <summary>The options.</summary>
    public MethodImplOptions Value { get; }
}
