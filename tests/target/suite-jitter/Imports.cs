// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Jitter;

/// <summary>Functions of measure.S.</summary>
internal static class Imports
{
    [RuntimeImport("jitter_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Entry(ThreadEntry entry);

    [RuntimeImport("jitter_write")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern void Write(ulong register, uint value);
}
