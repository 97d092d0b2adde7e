// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;

namespace Internal.Runtime.Dispatch;

/// <summary>The answer to one question of dispatch; never changed once others can see it.</summary>
/// <remarks>The stub in dispatch.S reads the first two words.</remarks>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DispatchTarget
{
    internal MethodTable* Type;
    internal nint Code;
    internal MethodTable* Interface;
    internal nint Slot;
    internal DispatchTarget* Next;
}
