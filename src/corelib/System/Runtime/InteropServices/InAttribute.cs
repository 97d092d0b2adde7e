// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Read-only reference in signatures.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class InAttribute : Attribute;
