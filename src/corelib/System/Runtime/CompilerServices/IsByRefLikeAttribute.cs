// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Ref struct.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class IsByRefLikeAttribute : Attribute;
