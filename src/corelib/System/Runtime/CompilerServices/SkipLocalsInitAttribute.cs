// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Locals are not zeroed first.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class SkipLocalsInitAttribute : Attribute;
