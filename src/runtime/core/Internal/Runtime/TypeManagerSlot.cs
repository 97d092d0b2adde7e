// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>Names a module; a partition has one.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct TypeManagerSlot
{
    /// <summary>The module's record.</summary>
    public nint TypeManager;

    /// <summary>Its number.</summary>
    public int ModuleIndex;
}
