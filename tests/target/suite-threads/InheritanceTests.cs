// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Who waits for a lock lends his priority to the owner, through others perhaps, and is
/// told when nobody could ever leave.</summary>
internal static class InheritanceTests
{
    private const ulong Millisecond = 1_000_000;

    // Steps of a trace.
    private const int LowHas = 1;
    private const int MiddleHas = 2;
    private const int SpinEnds = 3;
    private const int HighHas = 4;
    private const int LowLeaves = 5;
    private const int Refused = 6;

    private static ThreadLock s_first;
    private static ThreadLock s_second;
    private static int s_wrong;

    // Has the first lock, and needs two milliseconds of time before it leaves.
    private struct Low : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_first.Enter();
            Trace.Add(LowHas);
            Trace.Compute(2 * Millisecond);
            Trace.Add(LowLeaves);
            if (!s_first.Exit().IsSuccess) s_wrong++;
        }
    }

    // Has the second lock and wants the first.
    private struct Middle : IThreadBody
    {
        public static void Run(ulong argument)
        {
            s_second.Enter();
            s_first.Enter();
            Trace.Add(MiddleHas);
            s_first.Exit();
            s_second.Exit();
        }
    }

    // Takes all the time there is, for a while.
    private struct Spin : IThreadBody
    {
        public static void Run(ulong argument)
        {
            Trace.Compute(argument);
            Trace.Add(SpinEnds);
        }
    }

    private struct High : IThreadBody
    {
        public static void Run(ulong argument)
        {
            NativeThread.Sleep(Millisecond / 2);
            ref ThreadLock wanted = ref argument == 1 ? ref s_first : ref s_second;
            if (!wanted.Enter().IsSuccess) s_wrong++;
            Trace.Add(HighHas);
            if (!wanted.Exit().IsSuccess) s_wrong++;
        }
    }

    // Two threads that take the locks in opposite order.
    private struct Crosswise : IThreadBody
    {
        public static void Run(ulong argument)
        {
            ref ThreadLock one = ref argument == 1 ? ref s_first : ref s_second;
            ref ThreadLock other = ref argument == 1 ? ref s_second : ref s_first;
            one.Enter();
            NativeThread.Sleep(argument * Millisecond);
            ResultCode code = other.Enter();
            if (code.Reason == Reason.CallCycle) Trace.Add(Refused);
            if (code.IsSuccess) Trace.Add((int)argument);
            if (code.IsSuccess) other.Exit();
            one.Exit();
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        Again(ref records);
        Direct(ref records);
        Transitive(ref records);
        Deadlock(ref records);
        records.Equal("inheritance"u8, "no-lock-was-refused"u8, 0, (ulong)s_wrong);
    }

    private static void Again(ref RecordWriter records)
    {
        bool isIn = s_first.TryEnter() && s_first.TryEnter() && s_first.Enter().IsSuccess;
        records.That("inheritance"u8, "an-owner-enters-again"u8, isIn && s_first.IsHeld);
        bool isOut = s_first.Exit().IsSuccess && s_first.Exit().IsSuccess && s_first.IsHeld
            && s_first.Exit().IsSuccess;
        records.That("inheritance"u8, "and-leaves-as-often"u8, isOut && !s_first.IsHeld);
        records.Equal("inheritance"u8, "who-is-not-in-does-not-leave"u8,
            (ulong)Status.BadParameter, (ulong)s_first.Exit().Status);
    }

    // Spin is more urgent than low and takes 20 ms; high comes in between and wants low's lock.
    private static void Direct(ref RecordWriter records)
    {
        Trace.Clear();
        NativeThread.Start<Low>(Names.Low);
        NativeThread.Sleep(Millisecond);
        Instant start = Instant.Now;
        NativeThread.Start<Spin>(Names.Spin, 20 * Millisecond);
        NativeThread.Start<High>(Names.High, 1);
        while (Trace.Steps < 154) NativeThread.Sleep(Millisecond / 8);
        ulong took = Instant.Now.Since(start);
        records.Equal("inheritance"u8, "high-before-spin"u8, 154, Trace.Steps);
        // Half a millisecond of sleep and what low still had to do.
        records.That("inheritance"u8, "in-lows-own-time"u8, took < 3 * Millisecond);
        Trace.Join(Names.Low, Names.High);
        records.Equal("inheritance"u8, "spin-ends-afterwards"u8, 1543, Trace.Steps);
    }

    // High wants middle's lock, middle wants low's.
    private static void Transitive(ref RecordWriter records)
    {
        Trace.Clear();
        NativeThread.Start<Low>(Names.Low);
        NativeThread.Sleep(Millisecond / 2);
        NativeThread.Start<Middle>(Names.Middle);
        NativeThread.Sleep(Millisecond / 2);
        NativeThread.Start<Spin>(Names.Spin, 20 * Millisecond);
        NativeThread.Start<High>(Names.High, 2);
        Trace.Join(Names.Low, Names.High);
        records.Equal("inheritance"u8, "through-two-locks"u8, 15243, Trace.Steps);
    }

    private static void Deadlock(ref RecordWriter records)
    {
        Trace.Clear();
        NativeThread.Start<Crosswise>(Names.Low, 1);
        NativeThread.Start<Crosswise>(Names.Middle, 2);
        bool isOver = Trace.Join(Names.Low, Names.Middle);
        records.That("inheritance"u8, "a-deadlock-ends"u8, isOver);
        // Middle is told; when it has left, low goes on.
        records.Equal("inheritance"u8, "and-one-is-told"u8, 61, Trace.Steps);
    }
}
