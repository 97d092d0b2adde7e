// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Parameter passed by read-only reference.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RequiresLocationAttribute : Attribute;
