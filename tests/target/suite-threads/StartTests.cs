// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Threads;

/// <summary>Who there is, and that all of them run.</summary>
internal static class StartTests
{
    private static double s_sum;

    private struct Mark : IThreadBody
    {
        public static void Run(ulong argument) => Trace.Add((int)argument);
    }

    private struct Floats : IThreadBody
    {
        public static void Run(ulong argument)
        {
            double own = argument;
            for (int round = 0; round < 8; round++)
            {
                own = (own * 1.5) + argument;
                NativeThread.Sleep(50_000);
            }
            s_sum += own;
        }
    }

    internal static void Run(ref RecordWriter records)
    {
        records.Equal("threads"u8, "declared"u8, 4, NativeThread.Count);
        records.Equal("threads"u8, "found-by-name"u8, Names.High, NativeThread.Find("high"u8));
        records.Equal("threads"u8, "not-found"u8, NativeThread.None, NativeThread.Find("hig"u8));
        records.Equal(
            "threads"u8, "priority-is-told"u8, 120, NativeThread.Info(Names.High).Priority);
        records.Equal("threads"u8, "main-is-0"u8, 0, NativeThread.Current);
        records.Equal("threads"u8, "no-such-thread"u8, (ulong)Status.BadParameter,
            (ulong)NativeThread.Start<Mark>(5, 1).Status);
        Trace.Clear();
        for (uint number = Names.Low; number <= Names.High; number++)
        {
            NativeThread.Start<Mark>(number, number);
        }
        records.Equal("threads"u8, "busy-until-it-ends"u8, (ulong)Status.Busy,
            (ulong)NativeThread.Start<Mark>(Names.Low, 1).Status);
        records.Equal("threads"u8, "the-more-urgent-main-goes-on"u8, 0, Trace.Steps);
        records.That("threads"u8, "all-end"u8, Trace.Join(Names.Low, Names.High));
        records.Equal("threads"u8, "urgent-ones-first"u8, 4321, Trace.Steps);
        records.That("threads"u8, "starts-again"u8,
            NativeThread.Start<Mark>(Names.Low, 9).IsSuccess && Trace.Join(Names.Low, Names.Low));
        records.Equal("threads"u8, "and-runs-again"u8, 43219, Trace.Steps);
        for (uint number = Names.Low; number <= Names.High; number++)
        {
            NativeThread.Start<Floats>(number, number);
        }
        Trace.Join(Names.Low, Names.High);
        // 748.8671875, and every step on the way is exact.
        records.Equal(
            "threads"u8, "each-has-its-vector-registers"u8, 766_840, (ulong)(s_sum * 1024));
    }
}
