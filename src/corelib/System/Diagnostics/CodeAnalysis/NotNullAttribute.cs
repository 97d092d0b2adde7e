// SPDX-License-Identifier: MIT
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Not null afterwards.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class NotNullAttribute : Attribute;
