// SPDX-License-Identifier: MIT
using System.Runtime;
using Bulkhead.Abi;

namespace Bulkhead.Native;

/// <summary>How the main thread of a partition with a collected heap makes the server thread come
/// to rest: it calls it, and so lends it time and priority to finish what it is at.</summary>
internal static class CollectionSeam
{
    // A label is 32 bits; from the partition itself this one is the runtime's.
    private const uint Label = 0xC011_EC70;

    private const ulong WaitNanoseconds = 10_000_000;

    /// <summary>Calls the server, and waits a bounded time for it. Without a server thread there is
    /// nobody to wait for.</summary>
    [RuntimeExport("bulkhead_ask_server")]
    private static void AskServer()
    {
        var message = new Message(Label);
        Portal.Self.Call(ref message, Clock.Now + Clock.TicksOf(WaitNanoseconds));
    }

    /// <summary>In the server: whether a call is the one above; it is answered then.</summary>
    [RuntimeExport("bulkhead_is_own_call")]
    private static bool IsOwnCall(ref Message message)
    {
        if (message.Badge != Badge.Self || message.Label != Label) return false;
        message.Clear();
        return true;
    }
}
