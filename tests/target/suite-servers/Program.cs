// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using System.Runtime;
using System.Threading;
using Bulkhead.Abi;
using Bulkhead.Native;
using Semaphore = Bulkhead.Native.Semaphore;

namespace Bulkhead.Suite.Servers;

/// <summary>
/// Each server thread of a partition with a heap allocates in memory of its own, has thread statics
/// of its own and throws on its own stack, while another one on another processor does the same.
/// </summary>
public static class Program
{
    private const uint Calls = 300;
    private const ulong Answered = 0x600d;

    [ThreadStatic]
    private static int t_calls;

    private static RecordWriter s_records;
    private static int s_isReady;

    /// <summary>The main thread.</summary>
    /// <param name="argument">0 is called; others call, from processor argument - 1.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Main(ulong argument)
    {
        if (argument == 0)
        {
            t_calls = -1;
            Volatile.Write(ref s_isReady, 1);
            return;
        }
        Tally wrong = default;
        for (uint round = 0; round < Calls;)
        {
            CallResult answer = Portal.Channel(0).Call(0, round);
            if (answer.IsSuccess && answer.Value == 0)
            {
                // Its main thread has not come so far. The emulator runs one processor at a time.
                Semaphore.Wakeup.DownUntil(Instant.Now + 100_000);
                continue;
            }
            wrong.Add(round, answer.IsSuccess && answer.Value == Answered + round, answer.Value);
            round++;
        }
        s_records.None("servers"u8, "each-answer-is-right"u8, in wrong);
        s_records.Finish();
    }

    /// <summary>A call.</summary>
    /// <param name="message">Word 0: its number among the caller's.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        int round = (int)message.Words[0];
        message.Reply(Volatile.Read(ref s_isReady) == 0 ? 0 : Answer(round));
    }

    private static ulong Answer(int round)
    {
        // The callers count for themselves, each on its processor.
        if (round == 0) t_calls = 0;
        if (t_calls++ != round) return 1;
        var list = new List<string>();
        for (int index = 0; index < 4; index++) list.Add($"{round} {index} {Partition.Cpu}");
        try
        {
            if (round % 16 == 0) throw new InvalidOperationException(list[3]);
        }
        catch (InvalidOperationException error)
        {
            if (error.Message != list[3]) return 2;
        }
        for (int index = 0; index < 4; index++)
        {
            if (list[index] != $"{round} {index} {Partition.Cpu}") return 3;
        }
        return Answered + (ulong)round;
    }
}
