// SPDX-License-Identifier: MIT
using System.Diagnostics;
using System.Runtime;
using System.Runtime.CompilerServices;

namespace Internal.Runtime.Threading;

/// <summary>The clock of waits.</summary>
internal static class SystemCounter
{
    internal static ulong Ticks => Counter();

    internal static ulong Frequency => (ulong)Stopwatch.Frequency;

    [RuntimeImport("bulkhead_counter")]
    [MethodImpl(MethodImplOptions.InternalCall)]
    private static extern ulong Counter();
}
