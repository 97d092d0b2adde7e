// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The enumeration is a set of bits.</summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class FlagsAttribute : Attribute;
