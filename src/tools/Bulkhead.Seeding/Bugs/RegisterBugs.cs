// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Registers that are not kept, not switched, or show what they must not.</summary>
internal static class RegisterBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "reply-without-switch", "40 seL4: registers of the one before after a switch",
            [12], "Virtualization/VcpuExit.cs",
            "return ref TAsp.SwitchTo(ref state, ref server);", "return ref server;"),
        SeededBug.Of(
            "foreign-translation-root", "41 CVE-2026-23425: a control register not switched",
            [13], "Objects/Contexts.cs",
            "context.Controls.TranslationRoot = owner.TranslationRoot;",
            "context.Controls.TranslationRoot = state.Domains[0].TranslationRoot;"),
        SeededBug.Of(
            "unused-register-leaks", "44 TFV-8: unused result registers leak",
            [14], "Hypercalls/SystemInfo.cs",
            "current.Frame[1] = Read(", "current.Frame[18] = Read("),
        SeededBug.Of(
            "wrong-result-register", "39 seL4: the wrong register read or written",
            [14], "Hypercalls/SemaphoreDown.cs",
            "current.Frame[1] = taken;", "current.Frame[19] = taken;"),
        SeededBug.Of(
            "refusal-writes-result", "44 and I14: a refused call changes a register",
            [14], "Hypercalls/SemaphoreDown.cs",
            "if (deadline <= TAsp.Now) return",
            "current.Frame[1] = 0;\n        if (deadline <= TAsp.Now) return"),
    ];
}
