// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>A partition with threads that is restarted, first warm, then cold, while one of them
/// has a lock and another waits for it.</summary>
internal static class RestartTests
{
    private const uint Holder = 1;
    private const uint Waiter = 2;
    private const uint TestCount = 12;

    private static ThreadLock s_lock;
    private static int s_starts;
    private static int s_hasHeld;

    private struct Hold : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_lock.Enter();
            Volatile.Write(ref s_hasHeld, 1);
            NativeThread.SleepUntil(Instant.Never);
        }
    }

    private struct Wait : IThreadBody
    {
        public static void Run(ulong argument) => s_lock.Enter();
    }

    internal static void Run(ref RecordWriter records)
    {
        s_starts++;
        Volatile.Write(ref s_hasHeld, 0);
        switch (Partition.StartCount)
        {
            case 1:
                break;
            case 2:
                records.That("restart"u8, "warm"u8, Partition.StartMode == StartMode.WarmStart);
                records.Equal("restart"u8, "statics-are-kept"u8, 2, (ulong)s_starts);
                Look(ref records);
                break;
            default:
                records.That("restart"u8, "cold"u8, Partition.StartMode == StartMode.ColdStart);
                records.Equal("restart"u8, "statics-are-new"u8, 1, (ulong)s_starts);
                Look(ref records);
                RecordWriter.SendEnd(TestCount);
                return;
        }
        Begin();
    }

    // The lock's holder was stopped with it, and so was who waited.
    private static void Look(ref RecordWriter records)
    {
        records.That("restart"u8, "no-thread-runs"u8,
            !NativeThread.IsRunning(Holder) && !NativeThread.IsRunning(Waiter));
        records.That("restart"u8, "the-lock-is-free"u8,
            !s_lock.IsHeld && s_lock.TryEnter() && s_lock.Exit().IsSuccess);
        Begin();
        records.Equal("restart"u8, "threads-run-again"u8, 1, (ulong)Volatile.Read(ref s_hasHeld));
        records.That("restart"u8, "one-has-the-lock-and-one-waits"u8, !s_lock.TryEnter()
            && NativeThread.IsRunning(Holder) && NativeThread.IsRunning(Waiter));
    }

    private static void Begin()
    {
        NativeThread.Start<Hold>(Holder);
        NativeThread.Sleep(2_000_000);
        NativeThread.Start<Wait>(Waiter);
        NativeThread.Sleep(2_000_000);
    }

    // The partition that switches between the schedules.
    internal static void Conduct()
    {
        NativeThread.Sleep(100_000_000);
        ModuleSchedule.Set(1);
        NativeThread.Sleep(100_000_000);
        ModuleSchedule.Set(0);
    }
}
