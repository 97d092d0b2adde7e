// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Known to the C# compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SuppressGCTransitionAttribute : Attribute;
