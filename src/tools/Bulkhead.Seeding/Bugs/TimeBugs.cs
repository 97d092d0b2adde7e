// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Budgets and timers.</summary>
internal static class TimeBugs
{
    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "budget-stolen-at-edge", "I18: what runs over the edge of a period is free",
            [18], "Scheduling/Scheduler.cs",
            "if (used > now - entry.PeriodStart) used = now - entry.PeriodStart;", "used = 0;"),
        SeededBug.Of(
            "time-not-charged", "49 XSA-114: nobody pays for the time of the kernel",
            [18], "Scheduling/Scheduler.cs",
            "        entry.ConsumedTicks += used;\n", ""),
        SeededBug.Of(
            "budget-renewed-on-wake", "I18: a budget renewed whenever its owner wakes",
            [18], "Scheduling/Scheduler.cs",
            "            Enqueue(ref state, ref cpu, link);\n            link = next;",
            "            link.In(ref state).RemainingTicks = link.In(ref state).BudgetTicks;\n"
            + "            Enqueue(ref state, ref cpu, link);\n            link = next;"),
        SeededBug.Of(
            "deadline-not-removed", "40 seL4: a timer left behind after what armed it",
            [20], "Communication/SemaphoreQueue.cs",
            "        cpu.Timers.Remove(ref state, Link<TimerNode>.To(ref state, ref "
            + "thread.Deadline));\n", ""),
        SeededBug.Of(
            "heap-out-of-order", "I20: a timer fires late behind a later one",
            [20], "Scheduling/TimerHeap.cs",
            "_slots[child + 1].Key > _slots[child].Key",
            "_slots[child + 1].Key < _slots[child].Key"),
        SeededBug.Of(
            "window-end-forgotten", "I20: the hardware's timer is set beyond the end of the window",
            [20], "Scheduling/TurnTimer.cs",
            "        if (cpu.WindowEndTicks < ticks) ticks = cpu.WindowEndTicks;\n", ""),
        SeededBug.Of(
            "comparator-not-set", "28 of the hostile list: the hardware's timer set too late",
            [20], "Virtualization/Halt.cs",
            "        cpu.ArmedTicks = ticks;\n        TAsp.ArmTimer(ticks);\n", ""),
        SeededBug.Of(
            "turn-without-end", "I18, I20: nothing ends a budget",
            [20], "Scheduling/TurnTimer.cs",
            "if (end < ticks) ticks = end;", "if (end > ticks) ticks = end;"),
        SeededBug.Of(
            "guest-timer-displaced", "40 seL4: a virtual timer lost when its owner is displaced",
            [29], "Virtualization/Halt.cs",
            "if (context.State != ContextState.Halted) return;\n"
            + "        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);\n"
            + "        Link<TimerNode> node",
            "if (context.State == ContextState.Halted) return;\n"
            + "        ref VirtualCpu vcpu = ref context.Vcpu.In(ref state);\n"
            + "        Link<TimerNode> node"),
    ];
}
