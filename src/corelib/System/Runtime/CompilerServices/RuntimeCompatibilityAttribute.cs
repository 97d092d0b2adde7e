// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Emitted by the C# compiler on every assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class RuntimeCompatibilityAttribute : Attribute
{
    /// <summary>Whether thrown non-exceptions are wrapped.</summary>
    public bool WrapNonExceptionThrows { get; set; }
}
