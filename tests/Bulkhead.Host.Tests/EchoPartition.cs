// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Native;
using Semaphore = Bulkhead.Native.Semaphore;

namespace Bulkhead.Host.Tests;

/// <summary>A program with a server and static fields, as a partition has them.</summary>
public static class EchoPartition
{
    /// <summary>Adds its word to what came before.</summary>
    public const uint AddLabel = 1;

    /// <summary>Gives the badge, the thread's number and the number of starts.</summary>
    public const uint WhoLabel = 2;

    /// <summary>Never replies.</summary>
    public const uint HangLabel = 3;

    private static readonly List<ulong> s_words = [];
    private static int s_startCount;

    /// <summary>Calls its own server once, if it is told to.</summary>
    /// <param name="argument">Label to call it with.</param>
    [RuntimeExport("bulkhead_main")]
    public static void Begin(ulong argument)
    {
        s_startCount++;
        Log.WriteLine("started"u8);
        if (argument == 0) return;
        CallResult result = Portal.Self.Call((uint)argument, 7);
        Log.WriteDecimal(result.Value);
        Log.EndLine();
    }

    /// <summary>Serves a call.</summary>
    /// <param name="message">The message.</param>
    [RuntimeExport("bulkhead_portal")]
    public static void Serve(ref Message message)
    {
        switch (message.Label)
        {
            case AddLabel:
                s_words.Add(message.Words[0]);
                message.Reply(s_words.Aggregate(0ul, (sum, word) => sum + word));
                break;
            case WhoLabel:
                ulong badge = message.Badge;
                message.Reply(badge);
                message.Words[1] = Partition.Cpu;
                message.Words[2] = (ulong)s_startCount;
                break;
            default:
                Semaphore.Wakeup.Down();
                break;
        }
    }
}
