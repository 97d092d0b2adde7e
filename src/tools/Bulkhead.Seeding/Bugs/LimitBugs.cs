// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Input that reaches what it must not, and work without bound.</summary>
internal static class LimitBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "interrupt-id-unchecked", "12 XSA-225: a target index unchecked",
            [36], "Hypercalls/VirtualInterrupt.cs",
            "if (request.Interrupt >= Limits.VirtualInterruptsMax)",
            "if (request.Interrupt > 1023)"),
        SeededBug.Of(
            "exit-kind-off-by-one", "35 Tock: off by one",
            [23], "Hypercalls/CreateVcpu.cs",
            "            if (!result.IsSuccess) return result;\n            ref Portal",
            "            if (!result.IsSuccess) return kind > 3 ? ResultCode.Success : result;\n"
            + "            ref Portal"),
        SeededBug.Of(
            "log-flood", "15 XSA-118, XSA-146: output of a guest's size",
            [35], "Hypercalls/ConsoleWrite.cs",
            "            done++;\n",
            "            for (int flood = 0; flood < 9; flood++) TAsp.TryWriteConsole(0);\n"
            + "            done++;\n"),
        SeededBug.Of(
            "shortage-not-seen", "25 XSA-383: an allocation that cannot fail",
            [36], "Objects/Contexts.cs",
            "if (utcb < 0 || FreeRow.Find", "if (FreeRow.Find"),
        SeededBug.Of(
            "tables-counted-short", "25 XSA-409: table pages of a mapping counted wrongly",
            [32], "Memory/StageTwo.cs",
            "domain.TablePagesUsed >= domain.TablePagesQuota",
            "domain.TablePagesUsed > domain.TablePagesQuota"),
        SeededBug.Of(
            "depends-on-the-host", "I37: a state that depends on where it runs",
            [37], "Hypercalls/CreateThread.cs",
            "thread.Tag = current.Frame[7];",
            "thread.Tag = current.Frame[7] ^ (ulong)System.Environment.TickCount64;"),
    ];
}
