// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>What the threads of a test did, in order, and the time that they take.</summary>
internal static class Trace
{
    private static int s_steps;

    // What happened so far: a digit for each step, the latest last.
    internal static ulong Steps => (uint)Volatile.Read(ref s_steps);

    internal static void Clear() => Volatile.Write(ref s_steps, 0);

    internal static void Add(int step)
    {
        int seen = Volatile.Read(ref s_steps);
        while (true)
        {
            int held = Interlocked.CompareExchange(ref s_steps, (seen * 10) + step, seen);
            if (held == seen) return;
            seen = held;
        }
    }

    internal static void Compute(ulong nanoseconds)
    {
        Instant end = Instant.Now + nanoseconds;
        while (Instant.Now < end)
        {
        }
    }

    // The main thread waits until threads have ended.
    internal static bool Join(uint first, uint last)
    {
        for (int round = 0; round < 1000; round++)
        {
            bool isRunning = false;
            for (uint number = first; number <= last; number++)
            {
                isRunning |= NativeThread.IsRunning(number);
            }
            if (!isRunning) return true;
            NativeThread.Sleep(1_000_000);
        }
        return false;
    }
}
