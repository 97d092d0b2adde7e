// SPDX-License-Identifier: MIT
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may go in.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class AllowNullAttribute : Attribute;
