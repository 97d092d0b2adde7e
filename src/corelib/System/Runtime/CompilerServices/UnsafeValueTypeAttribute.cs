// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Struct with a buffer: the compiler guards its frame.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class UnsafeValueTypeAttribute : Attribute;
