// SPDX-License-Identifier: MIT
using System.Runtime.CompilerServices;
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Collections with a second thread that uses objects.</summary>
internal static class ServerTests
{
    private const int KeepCount = 200;
    private const int BusyTurns = 100;
    private const ulong PauseNanoseconds = 200_000;

    internal static void Run(ref RecordWriter records)
    {
        for (int index = 0; index < KeepCount; index++)
        {
            Call(Server.Keep, (ulong)index);
            Node.List(100);
            if (index % 10 == 0) Heap.Collect();
        }
        records.Equal("collected"u8, "server-keeps"u8, KeepCount, Call(Server.Count, 0));
        records.That("collected"u8, "server-churns"u8, Churn());
        records.Equal("collected"u8, "server-collects"u8, 1, Call(Server.CollectNow, 0));
        records.None("collected"u8, "server-busy"u8, Busy(out ulong busyCount));
        records.Note("collections with a busy server"u8, busyCount);
        records.That("collected"u8, "server-was-busy"u8, busyCount > 0);
        records.Equal("collected"u8, "server-undamaged"u8, 0, Server.WrongCount);
        records.Equal("collected"u8, "server-keeps-still"u8, KeepCount, Call(Server.Count, 0));
    }

    // The caller rests in the call: its own references must be seen.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Churn()
    {
        Node mine = Node.List(500);
        long before = MemoryUse.Collections;
        ulong right = Call(Server.Churn, 100);
        bool isCollected = MemoryUse.Collections > before;
        Tally tally = Node.Check(mine);
        return isCollected && right == 100 && tally.Count == 500 && tally.WrongCount == 0;
    }

    // Somebody else's call is interrupted in its midst, and is finished before the collection.
    private static Tally Busy(out ulong busyCount)
    {
        busyCount = 0;
        var tally = default(Tally);
        Server.ClientPhase = Server.Open;
        for (int turn = 0; turn < BusyTurns; turn++)
        {
            Semaphore.Wakeup.DownUntil(Clock.Now + Clock.TicksOf(PauseNanoseconds));
            Node mine = Node.List(100);
            long before = MemoryUse.Collections;
            if (Server.IsBusy) busyCount++;
            Heap.Collect();
            tally.Add((ulong)turn, MemoryUse.Collections > before, (ulong)before);
            Tally nodes = Node.Check(mine);
            tally.Add((ulong)turn, nodes.WrongCount == 0 && nodes.Count == 100, nodes.Count);
        }
        Server.ClientPhase = Server.Closed;
        return tally;
    }

    private static ulong Call(uint label, ulong word)
    {
        var message = new Message(label);
        message.Words[0] = word;
        return Portal.Self.Call(ref message).IsSuccess ? message.Words[0] : ulong.MaxValue;
    }
}
