// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime;

/// <summary>A scope in use; lies at the scope's own start.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ScopeRecord
{
    /// <summary>The scope around it.</summary>
    internal ScopeRecord* Outer;

    /// <summary>First byte.</summary>
    internal nuint Low;

    /// <summary>Byte behind it.</summary>
    internal nuint High;

    /// <summary>Where the scope around it stood.</summary>
    internal nint OuterPointer;

    /// <summary>How deep in immortal memory the thread was outside.</summary>
    internal nint OuterImmortalDepth;
}
