// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Suite.Servers;

/// <summary>Calls the server thread of its own processor.</summary>
internal static class Caller
{
    private const uint Calls = 300;
    private const uint Faults = 10;

    // What a later round leaves for good is not much: pieces that a thread has begun.
    private const uint EarlyRound = 50;
    private const ulong GrowthMax = 4096;

    private static RecordWriter s_records;
    private static uint s_round;

    internal static void Run()
    {
        AwaitServer();
        Tally wrong = default;
        ulong used = 0;
        for (uint count = 0; count < Calls; count++)
        {
            if (count == EarlyRound) used = Call(Server.Used, 0).Value;
            Work(ref wrong);
        }
        ulong grown = Call(Server.Used, 0).Value - used;
        s_records.None("servers"u8, "each-answer-is-right"u8, in wrong);
        // In tier 2 the heap may grow until it is collected.
        bool isBounded = MemoryUse.ScopeSize == 0 || grown <= GrowthMax;
        s_records.That("servers"u8, "scopes-leave-nothing"u8, isBounded);
        s_records.None("servers"u8, "null-reference"u8, Fail(Server.Null));
        s_records.None("servers"u8, "overflow"u8, Fail(Server.Overflow));
        s_records.None("servers"u8, "overflow-in-a-scope"u8, Fail(Server.OverflowInScope));
        s_records.None("servers"u8, "collection"u8, Fail(Server.Collect));
        s_records.Finish();
    }

    // Its main thread has not come so far. The emulator runs one processor at a time.
    private static void AwaitServer()
    {
        while (Call(Server.Used, 0) is { IsSuccess: true, Value: 0 })
            Semaphore.Wakeup.DownUntil(Instant.Now + 100_000);
    }

    // The caller has its answer, and so has the next call, which has nothing to do with it.
    private static Tally Fail(uint label)
    {
        Tally wrong = default;
        for (uint count = 0; count < Faults; count++)
        {
            CallResult answer = Call(label, count);
            wrong.Add(count, IsRight(answer, count), answer.Value);
            Work(ref wrong);
        }
        return wrong;
    }

    private static void Work(ref Tally wrong)
    {
        CallResult answer = Call(Server.Work, s_round);
        wrong.Add(s_round, IsRight(answer, s_round), answer.Value);
        s_round++;
    }

    private static bool IsRight(CallResult answer, uint round) =>
        answer.IsSuccess && answer.Value == Server.Answered + round;

    private static CallResult Call(uint label, uint round) => Portal.Channel(0).Call(label, round);
}
