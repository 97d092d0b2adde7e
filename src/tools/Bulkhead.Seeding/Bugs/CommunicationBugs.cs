// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Calls, replies, semaphores.</summary>
internal static class CommunicationBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "message-too-long", "34 kvms #3, 35: copied beyond the length that was checked",
            [24], "Communication/PortalCall.cs",
            "from.SentWords, words);\n",
            "from.SentWords, words + (descriptor.UtcbWords < 512 ? 1u : 0));\n"),
        SeededBug.Of(
            "length-fetched-twice",
            "double fetch: the length read again where the sender can change it",
            [24, 36], "Communication/PortalCall.cs",
            "        if (descriptor.UtcbWords == 0) return true;\n",
            "        if (descriptor.UtcbWords == 0) return true;\n"
            + "        descriptor = new MessageDescriptor(\n"
            + "            from.Utcb.In(ref state)[0] & uint.MaxValue);\n"),
        SeededBug.Of(
            "progress-lost", "I24: a call that was left goes on behind what it has not copied",
            [24], "Communication/PortalCall.cs",
            "from.SentWords < descriptor.UtcbWords && TAsp.IsInterruptPending) return false;",
            "from.SentWords < descriptor.UtcbWords && TAsp.IsInterruptPending)\n"
            + "            {\n                from.SentWords += words;\n"
            + "                return false;\n            }"),
        SeededBug.Of(
            "reply-goes-on-elsewhere",
            "I24: a reply that lost its caller in the middle goes on in the next one's page",
            [24], "Communication/PortalCall.cs",
            "        current.AcceptKey = current.Key;\n        current.SentWords = 0;\n",
            "        current.AcceptKey = current.Key;\n"),
        SeededBug.Of(
            "page-of-two-senders",
            "I24: a message goes on in a page that was another's meanwhile",
            [24], "Communication/PortalCall.cs",
            "if (from.SentTo != receiver || to.AcceptKey != from.SenderKey) from",
            "if (from.SentTo != receiver) from"),
        SeededBug.Of(
            "message-unchecked", "18 CVE-2026-64287: an index taken from untrusted state",
            [36], "Communication/PortalCall.cs",
            "if (result.IsSuccess && !descriptor.IsValid)",
            "if (!result.IsSuccess && !descriptor.IsValid)"),
        SeededBug.Of(
            "call-cycle", "53 L4: rendezvous without end; unbounded call chain",
            [27, 36], "Communication/Rendezvous.cs",
            "if (link == caller.Self) return", "if (link.IsNone) return"),
        SeededBug.Of(
            "caller-kept-after-reply", "I25: a reply right used twice",
            [25], "Communication/Rendezvous.cs",
            "        server.Caller = default;\n", ""),
        SeededBug.Of(
            "busy-server-called", "I25: a server that works is called again",
            [25], "Communication/Rendezvous.cs",
            "if (server.State == ContextState.Idle) return ResultCode.Success;",
            "if (server.State is ContextState.Idle or ContextState.Ready) return "
            + "ResultCode.Success;"),
        SeededBug.Of(
            "lost-wake-up", "I24: lost wake-up between check and block",
            [16, 24], "Communication/SemaphoreQueue.cs",
            "if (semaphore.FirstWaiter.IsNone)\n        {\n            if (semaphore.Count",
            "if (semaphore.LastWaiter == semaphore.FirstWaiter)\n        {\n            if "
            + "(semaphore.Count"),
        SeededBug.Of(
            "last-waiter-first", "I24: notifications out of order",
            [24], "Communication/SemaphoreQueue.cs",
            "        ref ExecutionContext waiter = ref semaphore.FirstWaiter.In(ref state);\n"
            + "        Release(ref state, ref waiter, ResultCode.Success, 1);",
            "        ref ExecutionContext waiter = ref semaphore.LastWaiter.In(ref state);\n"
            + "        Release(ref state, ref waiter, ResultCode.Success, 1);"),
        SeededBug.Of(
            "up-counted-twice", "36 of the hostile list: a notification merged wrongly",
            [24], "Communication/FastPath.cs",
            "semaphore.Count++;", "semaphore.Count += 2;"),
        SeededBug.Of(
            "portal-of-another-server", "I26: data to a server that no capability names",
            [26], "Communication/Rendezvous.cs",
            "        server.AcceptKey = 0;\n        server.Caller = caller.Self;",
            "        for (int index = 0; kind == CallKind.Portal && index < 8; index++)\n"
            + "        {\n"
            + "            ref ExecutionContext other = ref state.Contexts[index];\n"
            + "            if (other.State == ContextState.Idle) server = ref other;\n"
            + "        }\n"
            + "        server.AcceptKey = 0;\n        server.Caller = caller.Self;"),
    ];
}
