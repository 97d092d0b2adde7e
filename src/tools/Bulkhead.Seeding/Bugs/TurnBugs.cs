// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Whose turn it is: bugs that leave every invariant whole, and that the naive scheduler
/// notices.</summary>
public static class TurnBugs
{
    private const string Scheduler = "Scheduling/Scheduler.cs";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SeededBug> All { get; } =
    [
        Of("woken-goes-first", "who wakes goes before those who are ready",
            "Scheduling/RunQueue.cs",
            "            first.Previous = link;\n",
            "            first.Previous = link;\n            _heads[priority] = link;\n"
            + "            if (_first == head) _first = link;\n"),
        Of("preempted-goes-last", "who is preempted loses the rest of its turn", Scheduler,
            "        if (used >= remaining) Deplete(ref state, ref cpu, ref entry);\n",
            "        if (used >= remaining) Deplete(ref state, ref cpu, ref entry);\n"
            + "        else if (entry.PeriodTicks == 0 && entry.State == SchedulingState.Queued)\n"
            + "        {\n            Rotate(ref state, ref entry);\n        }\n"),
        Of("yield-fills-up", "who yields has a whole turn next time", Scheduler,
            "            if (entry.State == SchedulingState.Queued) Rotate(ref state, ref entry);\n"
            + "        }\n",
            "            if (entry.State == SchedulingState.Queued) Rotate(ref state, ref entry);\n"
            + "            entry.RemainingTicks = entry.BudgetTicks;\n        }\n"),
        Of("period-moves", "a period begins when somebody looks", Scheduler,
            "entry.PeriodStart += (now - entry.PeriodStart) / entry.PeriodTicks "
            + "* entry.PeriodTicks;",
            "entry.PeriodStart = now;"),
        Of("background-first", "of equals the background comes before the window's own", Scheduler,
            "background.In(ref state).Priority > own.In(ref state).Priority",
            "background.In(ref state).Priority >= own.In(ref state).Priority"),
        Of("switch-a-frame-late", "a schedule waits for one frame more", "Scheduling/MajorFrame.cs",
            "state.SwitchTicks = now + length -", "state.SwitchTicks = now + length + length -"),
        Of("turn-ends-early", "a budget counts as used up a tick before its end", Scheduler,
            "        if (used >= remaining) Deplete(ref state, ref cpu, ref entry);\n",
            "        if (used + 1 >= remaining) Deplete(ref state, ref cpu, ref entry);\n"),
        Of("yields-twice", "who yields at the end of its turn goes before the next one", Scheduler,
            "        entry.Queue.In(ref state).Rotate(ref entry);",
            "        entry.Queue.In(ref state).Rotate(ref entry.Queue.In(ref state)"
            + ".Head(entry.Priority).In(ref state));"),
        Of("signal-wakes-one", "of several raises from another CPU all but one are lost",
            "Processors/Signals.cs",
            "uint raises = Interlocked.Exchange(ref semaphore.Incoming, 0);",
            "uint raises = Interlocked.Exchange(ref semaphore.Incoming, 0) >> 1;"),
    ];

    private static SeededBug Of(
        string name, string history, string file, string before, string after) =>
        SeededBug.Of(name, history, [], file, before, after) with { IsFollowed = true };
}
