// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>Marks constants in signatures.</summary>
public static class IsConst;
