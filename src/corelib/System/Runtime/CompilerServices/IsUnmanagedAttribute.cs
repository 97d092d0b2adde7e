// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Type parameter with the unmanaged constraint.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class IsUnmanagedAttribute : Attribute;
