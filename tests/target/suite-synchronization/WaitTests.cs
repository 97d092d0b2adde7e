// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Native;

namespace Bulkhead.Suite.Synchronization;

/// <summary>Sleeps and events, also between processors.</summary>
internal static class WaitTests
{
    private const int Rounds = 200;

    private static readonly AutoResetEvent s_there = new(false);
    private static readonly AutoResetEvent s_back = new(false);

    internal static void Run(ref RecordWriter records)
    {
        Instant begin = Instant.Now;
        Thread.Sleep(300.Microseconds());
        ulong time = Instant.Now.Since(begin);
        records.That("wait"u8, "sleeps-exactly"u8, time is >= 300_000 and < 600_000);
        records.Equal("wait"u8, "rounds-here"u8, Rounds, (ulong)PingPong(Crew.High));
        records.Equal("wait"u8, "rounds-there"u8, Rounds, (ulong)PingPong(Crew.Other));
        records.Equal("wait"u8, "processor"u8, 1, (ulong)ProcessorOf(Crew.Other));
        records.That("wait"u8, "name-that-is-not-declared"u8, IsRefused("nobody"));
    }

    private static int PingPong(string name)
    {
        int count = 0;
        Thread thread = Crew.Start(name, () =>
        {
            for (int round = 0; round < Rounds; round++)
            {
                s_there.WaitOne();
                count++;
                s_back.Set();
            }
        });
        for (int round = 0; round < Rounds; round++)
        {
            s_there.Set();
            s_back.WaitOne();
        }
        thread.Join();
        return count;
    }

    private static int ProcessorOf(string name)
    {
        int cpu = -1;
        Crew.Start(name, () => cpu = Thread.GetCurrentProcessorId()).Join();
        return cpu;
    }

    private static bool IsRefused(string name)
    {
        try
        {
            Crew.Start(name, () => { });
            return false;
        }
        catch (System.InvalidOperationException error)
        {
            return error.Message.Contains("threads: [ { name: nobody, priority: 50 } ]");
        }
    }
}
