// SPDX-License-Identifier: MIT
namespace System.Runtime.CompilerServices;

/// <summary>How a method is compiled.</summary>
[Flags]
public enum MethodImplOptions
{
#pragma warning disable CS1591 // the names say it
    NoInlining = 8,
    PreserveSig = 128,
    AggressiveInlining = 256,
    AggressiveOptimization = 512,
    InternalCall = 4096,
#pragma warning restore CS1591
}
