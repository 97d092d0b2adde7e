// SPDX-License-Identifier: MIT
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Bulkhead.Suite.Longest;

/// <summary>Functions of threads.S.</summary>
internal static class Imports
{
    [RuntimeImport("longest_entry")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    internal static extern ulong Entry(ThreadEntry entry);
}
