// SPDX-License-Identifier: MIT
using Bulkhead.Native;

namespace Bulkhead.Suite.Collected;

/// <summary>Another partition, of lower priority: it keeps the server in the midst of calls.
/// </summary>
internal static class Client
{
    private const ulong PauseNanoseconds = 1_000_000;
    private const ulong ListCount = 3;
    private const int CallsMax = 100_000;

    /// <summary>Calls while the server says so.</summary>
    internal static void Run()
    {
        ulong phase = Server.Waiting;
        for (int call = 0; call < CallsMax && phase != Server.Closed; call++)
        {
            if (phase == Server.Open) Call(Server.Churn, ListCount);
            else Semaphore.Wakeup.DownUntil(Clock.Now + Clock.TicksOf(PauseNanoseconds));
            phase = Call(Server.Phase, 0);
        }
    }

    private static ulong Call(uint label, ulong word)
    {
        var message = new Message(label);
        message.Words[0] = word;
        return Portal.Channel(0).Call(ref message).IsSuccess ? message.Words[0] : Server.Closed;
    }
}
