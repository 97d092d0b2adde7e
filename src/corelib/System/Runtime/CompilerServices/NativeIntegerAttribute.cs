// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Native-sized integer.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class NativeIntegerAttribute : Attribute;
