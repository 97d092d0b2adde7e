// SPDX-License-Identifier: MIT
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The reference to this may escape.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class UnscopedRefAttribute : Attribute;
