// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Overrides with a more derived return type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PreserveBaseOverridesAttribute : Attribute;
