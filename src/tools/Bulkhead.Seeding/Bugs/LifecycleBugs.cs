// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Creating, stopping and destroying; who pays.</summary>
internal static class LifecycleBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "quota-leaks-on-refusal", "31 XSA-235, Hafnium rx_acquire: left behind on error paths",
            [32, 33], "Hypercalls/CreateSemaphore.cs",
            "result = Quota.Check(ref current.Domain.In(ref state));\n"
            + "        if (!result.IsSuccess) return result;",
            "result = Quota.Check(ref current.Domain.In(ref state));\n"
            + "        current.Domain.In(ref state).ObjectsUsed++;\n"
            + "        if (!result.IsSuccess) return result;\n"
            + "        current.Domain.In(ref state).ObjectsUsed--;"),
        SeededBug.Of(
            "quota-off-by-one", "25 XSA-158: an allocation beyond its bound",
            [32], "Objects/Quota.cs",
            "payer.ObjectsUsed < payer.ObjectsQuota", "payer.ObjectsUsed <= payer.ObjectsQuota"),
        SeededBug.Of(
            "binding-left-on-refusal", "21 CVE-2025-37849: a failed creation leaves state",
            [32], "Hypercalls/CreateThread.cs",
            "        result = Contexts<TAsp>.CreateThread(\n",
            "        domain.In(ref state).Header.Generation++;\n"
            + "        result = Contexts<TAsp>.CreateThread(\n"),
        SeededBug.Of(
            "payer-forgotten", "24 XSA-410: something stays on a dying domain's account",
            [32], "Objects/DyingDomain.cs",
            "if (header.Kind != ObjectKind.None && header.Payer == link)",
            "if (header.Kind == ObjectKind.None && header.Payer == link)"),
        SeededBug.Of(
            "orphan-context", "24 XSA-410: a context outlives its domain",
            [23], "Objects/DyingDomain.cs",
            "if (domain.Dying == DyingPhase.Contexts) left = context.Header.Root;",
            "if (domain.Dying == DyingPhase.Contexts) left = default;"),
        SeededBug.Of(
            "row-not-cleared", "43 XSA-263: a structure of a virtual CPU not zeroed",
            [31], "Objects/Destruction.cs",
            "context.Vcpu.In(ref state) = default;",
            "context.Vcpu.In(ref state).Context = default;"),
        SeededBug.Of(
            "domain-row-not-cleared", "42 khypervisor #25: the next one inherits",
            [31], "Objects/Destruction.cs",
            "        domain = default;\n        domain.Header",
            "        domain.Dying = DyingPhase.None;\n        domain.Header"),
        SeededBug.Of(
            "helper-left-behind", "48 XSA-145: a helper left behind after a stop",
            [25], "Objects/ContextLifecycle.cs",
            "        EndHelpers(ref state, context.Self);\n", ""),
        SeededBug.Of(
            "blocked-on-the-dead", "I16, seL4: a blocked scheduling context left on a dead thread",
            [16], "Objects/Destruction.cs",
            "            Scheduler<TAsp>.Withdraw(ref state, ref context.Cpu.In(ref state), "
            + "context.Scheduling);\n", ""),
        SeededBug.Of(
            "reply-to-the-stopped", "53 and I25: a server keeps the caller that was stopped",
            [25], "Objects/ContextLifecycle.cs",
            "            if (server.Caller == context.Self) server.Caller = default;\n",
            "            if (server.Caller.IsNone) server.Caller = default;\n"),
        SeededBug.Of(
            "waiter-left-in-queue", "I16, a stopped thread stays in its semaphore's queue",
            [16], "Objects/ContextLifecycle.cs",
            "            SemaphoreQueue<TAsp>.Unlink(ref state, ref context);\n",
            "            context.WaitingOn = default;\n"),
    ];
}
