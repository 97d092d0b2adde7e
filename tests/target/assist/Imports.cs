// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Assist;

/// <summary>Functions of assist.S.</summary>
internal static class Imports
{
    [RuntimeImport("assist_read")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Read(ulong address);

    [RuntimeImport("assist_write")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write(ulong address);

    [RuntimeImport("assist_jump")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Jump(ulong address);

    [RuntimeImport("assist_undefined")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Undefined();

    [RuntimeImport("assist_recurse")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Recurse();

    [RuntimeImport("assist_storm")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Storm();
}
