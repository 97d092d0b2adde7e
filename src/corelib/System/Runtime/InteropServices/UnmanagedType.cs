// SPDX-License-Identifier: MIT
namespace System.Runtime.InteropServices;

/// <summary>Marks the unmanaged constraint in signatures.</summary>
public enum UnmanagedType;
