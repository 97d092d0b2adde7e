// SPDX-License-Identifier: MIT
namespace System;

/// <summary>The last parameter takes any count of arguments.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParamArrayAttribute : Attribute;
