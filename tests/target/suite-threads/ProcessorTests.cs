// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Threads on two processors: here, there and there-too, by number.</summary>
internal static class ProcessorTests
{
    private const int Rounds = 100_000;
    private const uint Here = 1;
    private const uint There = 2;
    private const uint ThereToo = 3;

    private static ThreadLock s_lock;
    private static int s_count;
    private static int s_failures;
    private static uint s_cpu;
    private static int s_isHeld;

    private struct Counter : IThreadBody
    {
        public static void Run(ulong argument)
        {
            for (int round = 0; round < Rounds; round++)
            {
                if (!s_lock.Enter().IsSuccess) s_failures++;
                s_count++;
                s_lock.Exit();
            }
        }
    }

    private struct Place : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_cpu = Partition.Cpu;
            Log.WriteLine("hello from there"u8);
        }
    }

    private struct Holder : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_lock.Enter();
            Volatile.Write(ref s_isHeld, 1);
            NativeThread.Sleep(2_000_000);
            s_lock.Exit();
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        NativeThread.Start<Place>(There);
        Trace.Join(There, There);
        records.Equal("processors"u8, "thread-is-there"u8, 1, s_cpu);
        records.Equal("processors"u8, "main-is-here"u8, 0, Partition.Cpu);
        NativeThread.Start<Holder>(There);
        while (Volatile.Read(ref s_isHeld) == 0) NativeThread.Sleep(100_000);
        Instant start = Instant.Now;
        ResultCode early = s_lock.EnterUntil(start + 500_000);
        bool isInTime = Instant.Now.Since(start) >= 500_000;
        records.That("processors"u8, "deadline-across-processors"u8,
            early.Status == Status.Timeout && isInTime);
        records.That("processors"u8, "woken-across-processors"u8,
            s_lock.EnterUntil(start + 50_000_000).IsSuccess && s_lock.Exit().IsSuccess);
        Trace.Join(There, There);
        NativeThread.Start<Counter>(Here);
        NativeThread.Start<Counter>(There);
        NativeThread.Start<Counter>(ThereToo);
        bool isOver = false;
        for (int round = 0; round < 100 && !isOver; round++) isOver = Trace.Join(Here, ThereToo);
        records.That("processors"u8, "all-end"u8, isOver);
        records.Equal("processors"u8, "every-wait-ends-well"u8, 0, (ulong)s_failures);
        records.Equal("processors"u8, "nothing-is-lost"u8, 3 * Rounds, (ulong)s_count);
    }
}
