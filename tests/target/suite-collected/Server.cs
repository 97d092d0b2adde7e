// SPDX-License-Identifier: MIT
using System;
using System.Collections.Generic;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>The server thread: it uses the same heap as the main thread.</summary>
internal static class Server
{
    internal const uint Keep = 1;
    internal const uint Churn = 2;
    internal const uint CollectNow = 3;
    internal const uint Count = 4;
    internal const uint Phase = 5;

    /// <summary>The client waits.</summary>
    internal const ulong Waiting = 0;

    /// <summary>The client calls.</summary>
    internal const ulong Open = 1;

    /// <summary>The client ends.</summary>
    internal const ulong Closed = 2;

    /// <summary>What the client shall do.</summary>
    internal static ulong ClientPhase;

    /// <summary>Whether the server is in the midst of a call.</summary>
    internal static bool IsBusy;

    /// <summary>Calls that found their own data damaged.</summary>
    internal static ulong WrongCount;

    private static readonly List<string> s_kept = new();

    internal static void Serve(ref Message message)
    {
        ulong answer = message.Label switch
        {
            Keep => KeepText(message.Words[0]),
            Churn => Throw(message.Words[0]),
            CollectNow => TryCollect(),
            Count => CountRight(),
            Phase => ClientPhase,
            _ => 0,
        };
        message.Reply(answer);
    }

    private static ulong KeepText(ulong number)
    {
        s_kept.Add($"kept {number}");
        return (ulong)s_kept.Count;
    }

    // Much garbage, with something that must stay meanwhile.
    private static ulong Throw(ulong turns)
    {
        IsBusy = true;
        Node mine = Node.List(100);
        for (ulong turn = 0; turn < turns; turn++) Node.List(1_000);
        Tally tally = Node.Check(mine);
        if (tally.WrongCount != 0 || tally.Count != 100) WrongCount++;
        IsBusy = false;
        return tally.Count - tally.WrongCount;
    }

    private static ulong TryCollect()
    {
        try
        {
            Heap.Collect();
            return 1;
        }
        catch (InvalidOperationException)
        {
            return 2;
        }
    }

    private static ulong CountRight()
    {
        ulong right = 0;
        for (int index = 0; index < s_kept.Count; index++)
            right += s_kept[index] == $"kept {index}" ? 1u : 0;
        return right;
    }
}
