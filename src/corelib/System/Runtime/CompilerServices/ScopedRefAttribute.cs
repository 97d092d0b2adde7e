// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Reference that does not escape.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ScopedRefAttribute : Attribute;
