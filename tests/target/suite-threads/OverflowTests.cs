// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>A thread overflows its stack with a lock: it stops there, and who waits for the lock is
/// told.</summary>
internal static class OverflowTests
{
    private static ThreadLock s_lock;

    private struct Deep : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_lock.Enter();
            if (Deeper(argument) == 0) s_lock.Exit();
        }

        // Each call needs a piece of stack, and the caller needs the answer.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private static ulong Deeper(ulong depth)
        {
            TextBuffer text = default;
            text.AppendDecimal(depth);
            return Deeper(depth + 1) + (uint)text.Length;
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        NativeThread.Start<Deep>(1);
        NativeThread.Sleep(20_000_000);
        records.That("overflow"u8, "main-goes-on"u8, true);
        records.That("overflow"u8, "the-thread-does-not-end"u8, NativeThread.IsRunning(1));
        records.Equal("overflow"u8, "its-lock-is-lost"u8,
            (ulong)Reason.ServerStopped, (ulong)s_lock.Enter().Reason);
        records.Equal("overflow"u8, "and-it-does-not-start-again"u8,
            (ulong)Status.Busy, (ulong)NativeThread.Start<Deep>(1).Status);
    }
}
