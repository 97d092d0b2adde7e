// SPDX-License-Identifier: MIT
namespace System.Diagnostics.CodeAnalysis;

/// <summary>Null may come out.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class MaybeNullAttribute : Attribute;
