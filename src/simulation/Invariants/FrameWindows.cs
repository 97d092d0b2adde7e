// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I19.</summary>
internal sealed class FrameWindows : KernelInvariant
{
    private readonly ulong[] _consumed = new ulong[KernelState.SchedulingContextsMax];
    private readonly uint[] _generations = new uint[KernelState.SchedulingContextsMax];
    private ulong _frameTicks;
    private byte _schedule;
    private byte _window;

    internal override int Number => 19;

    internal override string Sentence =>
        "Each window of a major frame begins where the one before it ends and lasts as long as its "
        + "schedule says, schedules change between frames, and nobody consumes time of a window in "
        + "which it may not run.";

    internal override string LooksAt =>
        "schedules, the open window and its timer, consumed time now and at the last check";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        That(cpu.Schedule != 0 == cpu.WindowEnd.IsArmed, "a window without an end, or the reverse");
        if (cpu.Schedule == 0)
        {
            That(cpu.Eligible == 1 && cpu.Windowed.IsNone && state.NextSchedule == 0,
                "a time partition may run before the first schedule");
            return;
        }
        FrameWindow window = Open(ref state, ref cpu);
        That(cpu.WindowEnd.Ticks == cpu.FrameTicks + EndOf(ref state, ref cpu),
            "a window does not begin where the one before it ends");
        int eligible = (1 << window.TimePartition) | (window.IsExclusive != 0 ? 0 : 1);
        That(cpu.Eligible == eligible, "others may run than the open window lets");
        That(cpu.Windowed == (window.TimePartition == 0
            ? default : cpu.WindowQueues[window.TimePartition]),
            "the open window has another time partition's run queue");
        if (!at.HasEvent || _schedule == 0) return;
        CheckFrame(ref state, ref cpu);
        bool isSame = cpu.FrameTicks == _frameTicks && cpu.Window == _window;
        if (isSame) CheckConsumed(at, in window);
    }

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        _schedule = cpu.Schedule;
        if (_schedule == 0) return;
        _frameTicks = cpu.FrameTicks;
        _window = cpu.Window;
        for (int index = 0; index < at.Used.SchedulingContexts; index++)
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
    private void CheckFrame(ref KernelState state, ref Cpu cpu)
    {
        ulong passed = cpu.FrameTicks - _frameTicks;
        That(cpu.Schedule == _schedule || passed != 0, "a schedule changed within a frame");
        That(cpu.FrameTicks != _frameTicks || cpu.Window >= _window,
            "a window was opened again in the same frame");
        if (cpu.Schedule != _schedule) That(cpu.ScheduleTicks - _frameTicks <= passed,
            "a schedule began outside the frames that passed");
        ulong since = cpu.Schedule == _schedule ? passed : cpu.ScheduleTicks - _frameTicks;
        That(since % LengthOf(ref state, _schedule, cpu.Number) == 0,
            "a frame is longer or shorter than its windows");
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

    private void CheckConsumed(Inspection at, in FrameWindow window)
    {
        ref KernelState state = ref at.State;
        for (int index = 0; index < at.Used.SchedulingContexts; index++)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[index];
            if (entry.Header.Generation != _generations[index]
                || entry.Header.Kind == ObjectKind.None) continue;
            That(entry.ConsumedTicks == _consumed[index]
                || MayRun(in window, entry.TimePartition),
                "time of a window went to somebody who may not run in it");
        }
    }
}
