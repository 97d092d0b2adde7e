// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Several CPUs: signals, standing still, the structure lock, what belongs to
/// another.</summary>
internal static class ProcessorBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "kick-left-out", "I41: a CPU is interrupted only when it has heard already",
            [41], "Processors/Signals.cs",
            "if (Interlocked.Or(ref cpu.Signals[word], bit) == 0) TAsp",
            "if (Interlocked.Or(ref cpu.Signals[word], bit) != 0) TAsp"),
        SeededBug.Of(
            "raises-replace-the-count", "36 of the hostile list: notifications merged wrongly",
            [41], "Processors/Signals.cs",
            "semaphore.Count += raises;", "semaphore.Count = raises;"),
        SeededBug.Of(
            "lock-kept-on-refusal", "21 CVE-2025-37849: an error path that leaves a lock held",
            [34], "Hypercalls/Dispatcher.cs",
            "        StructureLock<TAsp>.Leave(ref state, ref cpu);\n",
            "        if (result.IsSuccess) StructureLock<TAsp>.Leave(ref state, ref cpu);\n"),
        SeededBug.Of(
            "cpu-kept-still", "I34: a CPU that nobody lets go",
            [34], "Processors/Standstill.cs",
            "            Volatile.Write(ref state.Cpus[number].Standing, (uint)Standing.Free);\n",
            ""),
        // It is held before the first step and, with its siblings, before the last.
        Of(
            "destroyed-where-it-runs", "24 XSA-410: destroyed while another CPU uses it",
            [15], "", "Objects/Destruction.cs",
            ("        Standstill<TAsp>.Hold(ref state, context.Cpu);\n"
                + "        bool isRunning",
                "        bool isRunning"),
            ("        Standstill<TAsp>.HoldAll(ref state, context.Domain.In(ref state).CpuMask);\n",
                "")),
        SeededBug.Of(
            "waits-on-another-cpu", "I16: a queue that two CPUs change without a lock",
            [16], "Hypercalls/SemaphoreDown.cs",
            "if (link.In(ref state).Cpu != current.Cpu)", "if (link.IsNone)"),
        SeededBug.Of(
            "short-way-to-another-cpu", "11: the short way checks less than the long",
            [15], "Communication/FastPath.cs",
            "                if (server.AcceptKey == portal.ServerKey\n"
            + "                    && (ushort)portal.ServerKey == (ushort)current.Key)\n",
            "                if (server.AcceptKey == portal.ServerKey)\n"),
        SeededBug.Of(
            "first-window-on-one-cpu", "I19: a schedule begins on the CPU that asks for it only",
            [19], "Scheduling/MajorFrame.cs",
            "            Begin(ref state, ref state.Cpus[number], now);\n",
            "            if (number == cpu.Number) Begin(ref state, ref cpu, now);\n"),
        SeededBug.Of(
            "switches-at-its-own-tick", "I19: a CPU changes its schedule before the others",
            [19], "Scheduling/MajorFrame.cs",
            "if (ticks >= state.SwitchTicks)", "if (ticks != 0)"),
        .. Together(),
    ];

    // What shows only while two CPUs are inside the kernel.
    private static SeededBug[] Together() =>
    [
        Of(
            "sent-before-it-is-counted", "I41: a flag set before the data that it announces",
            [41], "SemaphoreUp the other's", "Processors/Signals.cs",
            ("        Interlocked.Increment(ref semaphore.Incoming);\n", ""),
            ("        Send(ref semaphore.Cpu.In(ref state), index / 64, 1ul << (index % 64));\n",
                "        Send(ref semaphore.Cpu.In(ref state), index / 64, 1ul << (index % 64));\n"
                + "        Interlocked.Increment(ref semaphore.Incoming);\n")),
        Of(
            "cleared-after-it-is-taken", "I41: what came meanwhile is cleared with the rest",
            [41], "SemaphoreUp", "Processors/Signals.cs",
            ("ulong bits = Interlocked.Exchange(ref cpu.Signals[word], 0);",
                "ulong bits = cpu.Signals[word];"),
            ("ref state.Semaphores[(word * 64) + bit]);\n            }\n",
                "ref state.Semaphores[(word * 64) + bit]);\n            }\n"
                + "            Interlocked.Exchange(ref cpu.Signals[word], 0);\n")) with
        {
            // Two raise what the third has begun to take.
            CpuCount = 3,
        },
        Of(
            "courtesy-without-end", "I34: whoever lets others go first never has its turn",
            [34], "Stop the other's caller", "Processors/StructureLock.cs",
            ("(byte)(cpu.Courtesy - 1)", "cpu.Courtesy")),
        Of(
            "lock-taken-twice", "double fetch: a lock looked at first and taken then",
            [34], "CreateSemaphore", "Processors/StructureLock.cs",
            ("if (Interlocked.CompareExchange(ref shared.Owner, own, 0) != 0)",
                "bool isFree = Volatile.Read(in shared.Owner) == 0;\n"
                + "        if (isFree) Volatile.Write(ref shared.Owner, own);\n"
                + "        if (!isFree)")),
        Of(
            "held-and-not-waited-for", "24 XSA-410: work on what another CPU still uses",
            [36], "Stop", "Processors/Standstill.cs",
            ("if (((mask >> number) & 1) != 0) Await(ref state.Cpus[number]);", "")),
    ];

    private static SeededBug Of(
        string name, string history, int[] invariants, string together, string file,
        params (string Before, string After)[] changes) =>
        new(
            name, history, invariants,
            [.. changes.Select(change => new SourcePatch(file, change.Before, change.After))])
        {
            Together = together,
        };
}
