// SPDX-License-Identifier: MIT
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The method never comes back.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class DoesNotReturnAttribute : Attribute;
