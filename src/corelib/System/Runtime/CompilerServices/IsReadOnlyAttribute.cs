// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Read-only struct, reference or member.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class IsReadOnlyAttribute : Attribute;
