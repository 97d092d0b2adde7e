// SPDX-License-Identifier: MIT
namespace Bulkhead.Seeding.Bugs;

/// <summary>Who runs.</summary>
internal static class SchedulingBugs
{
    private const string Queue = "Scheduling/RunQueue.cs";

    internal static IReadOnlyList<SeededBug> All { get; } =
    [
        SeededBug.Of(
            "stopped-context-runs", "24 XSA-410: a dead context goes on",
            [15], "Scheduling/Scheduler.cs",
            "bool isFree = (cpu.MustDispatch | current.ReportPending) == 0\n"
            + "            && current.State == ContextState.Ready;",
            "bool isFree = (cpu.MustDispatch | current.ReportPending) == 0\n"
            + "            || current.State == ContextState.Off;"),
        SeededBug.Of(
            "bitmap-not-cleared", "I17: the bitmap of the run queue names an empty ring",
            [17], Queue,
            "            _occupied[priority / 64] &= ~(1ul << (priority % 64));\n", ""),
        SeededBug.Of(
            "ring-broken", "19 CVE-2026-72289: a list linked one way only",
            [17], Queue, "            first.Previous = link;\n", ""),
        SeededBug.Of(
            "first-not-updated", "49 XSA-114: the urgent starve",
            [21], Queue,
            "if (_first.IsNone || _first.In(ref state).Priority < priority) _first = link;",
            "if (_first.IsNone) _first = link;"),
        SeededBug.Of(
            "no-preemption", "I21: a more urgent context becomes ready and nobody looks",
            [21], "Scheduling/Scheduler.cs",
            "entry.Priority >= cpu.Current.In(ref state).Priority)",
            "entry.Priority == cpu.Current.In(ref state).Priority)"),
        SeededBug.Of(
            "sleeps-on-the-way", "49 XSA-114: starved behind a context that can run",
            [16], "Scheduling/Scheduler.cs",
            "        context.State = ContextState.Ready;\n        ReleaseBlocked(ref state, ref "
            + "context);\n",
            "        context.State = ContextState.Ready;\n"),
        SeededBug.Of(
            "window-drifts", "I19: a window begins when the kernel hears of it, and errors add up",
            [19], "Scheduling/MajorFrame.cs",
            "        ulong ticks = cpu.WindowEndTicks;\n",
            "        ulong ticks = TAsp.Now;\n"),
        SeededBug.Of(
            "window-not-exclusive", "I19: slack of a window given to somebody without a right",
            [19, 21], "Scheduling/Scheduler.cs",
            "if ((cpu.Eligible & 1) == 0 || background.IsNone) return own;",
            "if (background.IsNone) return own;"),
        SeededBug.Of(
            "schedule-within-frame", "I19: a schedule changes before its frame ends",
            [19], "Scheduling/MajorFrame.cs",
            "        if (next == 0) Begin(",
            "        if (next == 0 || state.NextSchedule != cpu.Schedule) Begin("),
    ];
}
