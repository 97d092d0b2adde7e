// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Which version of the reference safety rules a module was compiled under.</summary>
[AttributeUsage(AttributeTargets.Module)]
public sealed class RefSafetyRulesAttribute : Attribute
{
    /// <summary>Makes the attribute.</summary>
    public RefSafetyRulesAttribute(int version) => Version = version;

    /// <summary>The version.</summary>
    public int Version { get; }
}
