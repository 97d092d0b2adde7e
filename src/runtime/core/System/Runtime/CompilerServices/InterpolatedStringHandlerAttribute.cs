// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Marks types that the C# compiler hands the parts of an interpolated text.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InterpolatedStringHandlerAttribute : Attribute;
