// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I21.</summary>
internal sealed class MostUrgentRuns : KernelInvariant
{
    internal override int Number => 21;

    internal override string Sentence =>
        "Of a CPU's scheduling contexts that are queued and may run in the open window, the most "
        + "urgent pays for what runs, the window's own before the background's; the processor "
        + "idles only when there is none, or one whose own guest has halted.";

    internal override string LooksAt =>
        "every queued scheduling context, the open window, the CPU's current one";

    internal override void Check(Inspection at)
    {
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            if (at.Sees(cpu)) CheckOn(at, cpu);
        }
    }

    private static void CheckOn(Inspection at, int number)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[number];
        FrameWindow window = FrameWindows.Open(ref state, ref cpu);
        int highest = -1;
        bool isOwn = false;
        foreach (int row in at.Changes.Queued)
        {
            ref SchedulingContext entry = ref state.SchedulingContexts[row];
            if (at.CpuOf(entry.Home) != number) continue;
            if (!FrameWindows.MayRun(in window, entry.TimePartition)) continue;
            if (RestingGuest.Is(ref state, ref cpu, ref entry)) continue;
            bool isOwns = entry.TimePartition == window.TimePartition;
            if (entry.Priority > highest) isOwn = isOwns;
            else if (entry.Priority == highest) isOwn |= isOwns;
            highest = Math.Max(highest, entry.Priority);
        }
        Link<SchedulingContext> first = Scheduler<SimulatedAsp>.First(ref state, ref cpu);
        if (at.RunningOn(number).IsNone)
        {
            That(highest < 0, "the processor idles although something can run");
            That(
                first.IsNone || RestingGuest.Is(ref state, ref cpu, ref first.In(ref state)),
                "the run queue has a first although it is empty");
            return;
        }
        That(highest >= 0, "something runs although nothing can");
        ref RunQueue queue = ref cpu.Queue;
        if (isOwn && window.TimePartition != 0)
        {
            queue = ref cpu.WindowQueues[window.TimePartition].In(ref state);
        }
        That(first == queue.Head(highest), "the first of the run queue is not the most urgent");
        That(cpu.Current == first, "what runs is not the most urgent");
    }
}
