// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Extension method.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class ExtensionAttribute : Attribute;
