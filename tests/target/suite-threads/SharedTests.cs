// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Threads and the server thread share a counter, while a neighbour calls all the
/// time.</summary>
internal static class SharedTests
{
    private const int Rounds = 500;

    private static ThreadLock s_lock;
    private static int s_isOpen;
    private static int s_inside;
    private static int s_collisions;
    private static int s_failures;
    private static int s_count;
    private static int s_calls;

    private struct Worker : IThreadBody
    {
        public static void Run(ulong argument)
        {
            double sum = argument;
            for (int round = 0; round < Rounds; round++)
            {
                Count();
                sum = (sum * 0.5) + argument;
                if (round % 8 == (int)argument) NativeThread.Sleep(20_000);
            }
            // It comes arbitrarily near, as long as nobody else has changed it.
            if (sum > 2 * argument || sum < (2 * argument) - 0.001) s_failures++;
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        Volatile.Write(ref s_isOpen, 1);
        for (uint number = Names.Low; number <= Names.High; number++)
        {
            NativeThread.Start<Worker>(number, number);
        }
        records.That("shared"u8, "all-end"u8, Trace.Join(Names.Low, Names.High));
        Volatile.Write(ref s_isOpen, 0);
        NativeThread.Sleep(1_000_000);
        records.Equal("shared"u8, "nobody-is-inside-with-another"u8, 0, (ulong)s_collisions);
        records.Equal("shared"u8, "every-wait-ends-well"u8, 0, (ulong)s_failures);
        records.Equal("shared"u8, "nothing-is-lost"u8,
            (ulong)((4 * Rounds) + s_calls), (ulong)s_count);
        records.That("shared"u8, "the-server-took-part"u8, s_calls > 20);
        records.Note("calls:"u8, (ulong)s_calls);
    }

    internal static void Serve(ref Message message)
    {
        if (Volatile.Read(ref s_isOpen) != 0 && Count()) s_calls++;
        message.Clear();
    }

    // Long enough to be interrupted inside.
    private static bool Count()
    {
        if (!s_lock.Enter().IsSuccess)
        {
            Interlocked.CompareExchange(ref s_failures, s_failures + 1, s_failures);
            return false;
        }
        if (s_inside != 0) s_collisions++;
        s_inside = 1;
        int seen = s_count;
        Trace.Compute(3_000);
        s_count = seen + 1;
        s_inside = 0;
        s_lock.Exit();
        return true;
    }
}
