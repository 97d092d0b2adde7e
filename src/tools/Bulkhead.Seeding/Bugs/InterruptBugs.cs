// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Interrupts, physical and virtual.</summary>
internal static class InterruptBugs
{
    private const string Injection = "Virtualization/Injection.cs";

    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "open-after-its-semaphore", "16 XSA-223: an interrupt not closed with what it goes to",
            [30], "Objects/Destruction.cs",
            "            return !Unbind(ref state, link);\n",
            "            return true;\n"),
        SeededBug.Of(
            "bound-to-the-dead", "27 of the hostile list: the next guest finds it pending",
            [30], "Objects/Destruction.cs",
            " || (context.IsVcpu && Unbind(ref state, link))", ""),
        SeededBug.Of(
            "left-active", "I30: a physical interrupt left active",
            [30], "Interrupts/InterruptBinding.cs",
            "        TAsp.Deactivate(line.Interrupt);\n", ""),
        SeededBug.Of(
            "left-open", "52 ACRN #7887: an interrupt surge that nobody takes",
            [28], "Interrupts/InterruptBinding.cs",
            "        TAsp.Close(line.Interrupt);\n", ""),
        SeededBug.Of(
            "bound-twice", "19 CVE-2026-72288: two sources under one number",
            [28], "Hypercalls/BindInterruptToVcpu.cs",
            "if (row.Interrupts.Bound.Has((uint)current.Frame[2]))",
            "if (row.Interrupts.Bound.Has((uint)current.Frame[2] - 32))"),
        SeededBug.Of(
            "disabled-can-be-taken", "17 Bao, FreeBSD: enable registers mixed up",
            [28], Injection,
            "bool wasPlaced = Withdraw(ref state,",
            "bool wasPlaced = request.IsEnabled && Withdraw(ref state,"),
        SeededBug.Of(
            "lost-when-slots-are-full", "26 of the hostile list: more pending than list registers",
            [29], Injection,
            "        else set.Pending.Set(interrupt);\n", ""),
        SeededBug.Of(
            "cleared-before-placed", "17 FreeBSD: pending state lost on the way to a slot",
            [29], Injection,
            "            PendSeldom(ref state, ref context, interrupt);\n"
            + "            // No slot was free for it.\n"
            + "            if (vcpu.Interrupts.Pending.Has(interrupt)) break;",
            "            Halt<TAsp>.Wake(ref state, ref context);\n"
            + "            vcpu.Interrupts.Pending.Clear(interrupt);\n"
            + "            if (!TAsp.TryPlace("
            + "ref state, ref context, ref vcpu, interrupt)) break;"),
        SeededBug.Of(
            "sleeps-through-interrupt", "36 of the hostile list: halted with one pending",
            [29], "Virtualization/Halt.cs",
            "TAsp.IsCalledNow(ref state, ref context, ref vcpu)",
            "TAsp.VirtualTimerTicks(ref state, ref context, ref vcpu) <= TAsp.Now"),
        SeededBug.Of(
            "recall-lost-on-the-way-off", "CPU_ON that meets CPU_OFF: recalled before it was off",
            [29], "Virtualization/ExitReply.cs",
            "            if (context.ReportPending != 0) return;\n", ""),
        SeededBug.Of(
            "pending-twice", "19 CVE-2026-72289: delivered from two places",
            [28], Injection,
            "bool wasPlaced = Withdraw(ref state, ref context, ref vcpu, interrupt);",
            "bool wasPlaced = (TAsp.SlotState(ref state, ref context, ref vcpu, interrupt)\n"
            + "            & VirtualInterruptState.Pending) != 0;"),
    ];
}
