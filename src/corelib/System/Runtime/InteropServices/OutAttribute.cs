// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Result parameter.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutAttribute : Attribute;
