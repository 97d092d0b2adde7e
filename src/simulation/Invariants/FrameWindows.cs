// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I19.</summary>
internal sealed class FrameWindows : KernelInvariant
{
    private readonly ulong[] _consumed = new ulong[KernelState.SchedulingContextsMax];
    private readonly uint[] _generations = new uint[KernelState.SchedulingContextsMax];
    private readonly Side[] _sides = new Side[Limits.CpusMax];
    private bool _isKept;

    internal override int Number => 19;

    internal override string Sentence =>
        "Each window of a major frame begins where the one before it ends and lasts as long as its "
        + "schedule says, schedules change between frames and everywhere at the same tick, "
        + "and nobody consumes time of a window in which it may not run.";

    internal override string LooksAt =>
        "schedules, the open window and its timer, consumed time now and at the last check";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        for (int cpu = 0; cpu < at.CpuCount; cpu++) CheckOn(at, cpu);
    }

    private void CheckOn(Inspection at, int number)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[number];
        ref Side side = ref _sides[number];
        bool hasEnd = cpu.WindowEndTicks != ulong.MaxValue;
        That(cpu.Schedule != 0 == hasEnd, "a window without an end, or the reverse");
        if (cpu.Schedule == 0)
        {
            That(cpu.Eligible == 1 && cpu.Windowed.IsNone && state.NextSchedule == 0,
                "a time partition may run before the first schedule");
            return;
        }
        FrameWindow window = Open(ref state, ref cpu);
        That(cpu.WindowEndTicks == cpu.FrameTicks + EndOf(ref state, ref cpu),
            "a window does not begin where the one before it ends");
        int eligible = (1 << window.TimePartition) | (window.IsExclusive != 0 ? 0 : 1);
        That(cpu.Eligible == eligible, "others may run than the open window lets");
        That(cpu.Windowed == (window.TimePartition == 0
            ? default : cpu.WindowQueues[window.TimePartition]),
            "the open window has another time partition's run queue");
        That(cpu.FrameTicks < state.SwitchTicks || cpu.Schedule == state.NextSchedule,
            "a CPU missed the switch to another schedule");
        if (!at.HasEvent || side.Schedule == 0) return;
        CheckFrame(ref state, ref cpu, in side);
        bool isSame = cpu.FrameTicks == side.FrameTicks && cpu.Window == side.Window;
        if (isSame) CheckConsumed(at, number, in window);
    }

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        for (int number = 0; number < at.CpuCount; number++)
        {
            ref Cpu cpu = ref state.Cpus[number];
            _sides[number] = new Side
            {
                Schedule = cpu.Schedule, FrameTicks = cpu.FrameTicks, Window = cpu.Window,
                SwitchTicks = state.SwitchTicks,
            };
        }
        bool wasKept = _isKept;
        _isKept = _sides[0].Schedule != 0;
        if (!_isKept) return;
        RowBits rows = wasKept ? at.Changes.Scheduling
            : RowBits.First(at.Used.SchedulingContexts);
        foreach (int index in rows)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            bool isUsed = entry.Header.Kind != ObjectKind.None;
            _consumed[index] = entry.ConsumedTicks;
            _generations[index] = isUsed ? entry.Header.Generation : uint.MaxValue;
        }
    }

    /// <summary>The open window; before the first schedule one of the background.</summary>
    internal static FrameWindow Open(ref KernelState state, ref Cpu cpu)
    {
        if (cpu.Schedule == 0) return default;
        That(cpu.Schedule <= Limits.SchedulesMax && cpu.Window != 0
            && cpu.Window <= state.Schedules[cpu.Schedule - 1].Count,
            "the open window is none of its schedule");
        return state.Schedules[cpu.Schedule - 1].Windows[cpu.Window - 1];
    }

    /// <summary>Whether a time partition may run in a window.</summary>
    internal static bool MayRun(in FrameWindow window, byte timePartition) =>
        timePartition == window.TimePartition || (timePartition == 0 && window.IsExclusive == 0);

    // Ticks from the frame's start to the end of the open window.
    private static ulong EndOf(ref KernelState state, ref Cpu cpu)
    {
        ref Schedule schedule = ref state.Schedules[cpu.Schedule - 1];
        ulong ticks = 0;
        byte at = schedule.First[cpu.Number];
        for (int count = 0; at != 0 && count < Limits.FrameWindowsMax; count++)
        {
            ticks += schedule.Windows[at - 1].DurationTicks;
            if (at == cpu.Window) return ticks;
            at = schedule.Windows[at - 1].Next;
        }
        throw new InvariantException("the open window is not among its CPU's");
    }

    // As many whole frames of the schedule before as there are between two frames' beginnings; only
    // the last of them may be another schedule's.
    private static void CheckFrame(ref KernelState state, ref Cpu cpu, in Side side)
    {
        ulong passed = cpu.FrameTicks - side.FrameTicks;
        That(cpu.Schedule == side.Schedule || passed != 0, "a schedule changed within a frame");
        That(cpu.FrameTicks != side.FrameTicks || cpu.Window >= side.Window,
            "a window was opened again in the same frame");
        if (cpu.Schedule != side.Schedule) That(cpu.ScheduleTicks - side.FrameTicks <= passed,
            "a schedule began outside the frames that passed");
        ulong since = cpu.Schedule == side.Schedule ? passed : cpu.ScheduleTicks - side.FrameTicks;
        That(since % LengthOf(ref state, side.Schedule, cpu.Number) == 0,
            "a frame is longer or shorter than its windows");
        // A switch that was asked for in the same event moved the tick on.
        bool isAsked = state.SwitchTicks != side.SwitchTicks
            && cpu.ScheduleTicks == side.SwitchTicks;
        That(cpu.Schedule == side.Schedule || isAsked || cpu.ScheduleTicks == state.SwitchTicks,
            "a CPU changed its schedule at another tick than the one agreed on");
    }

    private static ulong LengthOf(ref KernelState state, byte number, int cpu)
    {
        ref Schedule schedule = ref state.Schedules[number - 1];
        ulong ticks = 0;
        byte at = schedule.First[cpu];
        for (int count = 0; at != 0 && count < Limits.FrameWindowsMax; count++)
        {
            ticks += schedule.Windows[at - 1].DurationTicks;
            at = schedule.Windows[at - 1].Next;
        }
        return ticks;
    }

    private void CheckConsumed(Inspection at, int cpu, in FrameWindow window)
    {
        ref KernelState state = ref at.State;
        foreach (int index in at.Changes.Scheduling)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (entry.Header.Generation != _generations[index]
                || entry.Header.Kind == ObjectKind.None) continue;
            if (!entry.Home.IsNone && at.CpuOf(entry.Home) != cpu) continue;
            if (entry.Home.IsNone && at.CpuCount > 1) continue;
            That(entry.ConsumedTicks == _consumed[index]
                || MayRun(in window, entry.TimePartition),
                "time of a window went to somebody who may not run in it");
        }
    }

    private struct Side
    {
        internal ulong FrameTicks;
        internal ulong SwitchTicks;
        internal byte Schedule;
        internal byte Window;
    }
}
