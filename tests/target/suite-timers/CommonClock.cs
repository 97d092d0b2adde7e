// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Timers;

/// <summary>
/// The time that partitions read on different CPUs. Each reading is compared with one that another
/// partition, or another CPU, made before it: none may be earlier.
/// </summary>
internal static class CommonClock
{
    private static ulong s_main, s_served;
    private static ulong s_calls, s_wrong;

    /// <summary>Calls of the neighbour so far.</summary>
    internal static ulong CallCount => Volatile.Read(ref s_calls);

    /// <summary>Comparisons in calls that were wrong.</summary>
    internal static ulong WrongCount => Volatile.Read(ref s_wrong);

    /// <summary>On the main thread's CPU: reads the clock and shows it to the server
    /// thread.</summary>
    /// <returns>Whether it is not earlier than what the server thread read before.</returns>
    internal static bool Look()
    {
        ulong other = Volatile.Read(ref s_served);
        ulong now = Instant.Now.Nanoseconds;
        Volatile.Write(ref s_main, now);
        return now >= other;
    }

    /// <summary>On the neighbour's CPU: the caller's reading came before, so did the main
    /// thread's.</summary>
    /// <param name="message">The caller's time; this partition's afterwards.</param>
    internal static void Serve(ref Message message)
    {
        ulong other = Volatile.Read(ref s_main);
        ulong now = Instant.Now.Nanoseconds;
        if (now < other || now < message.Words[0]) Volatile.Write(ref s_wrong, s_wrong + 1);
        message.Words[0] = now;
        Volatile.Write(ref s_served, now);
        Volatile.Write(ref s_calls, s_calls + 1);
    }
}
