// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>The native compiler replaces the method when it knows a better sequence.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class IntrinsicAttribute : Attribute;
