// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I21.</summary>
internal sealed class MostUrgentRuns : KernelInvariant
{
    internal override int Number => 21;

    internal override string Sentence =>
        "The most urgent scheduling context that is queued pays for what runs; the processor "
        + "idles only when none is queued.";

    internal override string LooksAt => "every queued scheduling context, the CPU's current one";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        int highest = -1;
        foreach (ref SchedulingContext entry in at.SchedulingContexts)
        {
            if (entry.State == SchedulingState.Queued && entry.Priority > highest)
            {
                highest = entry.Priority;
            }
        }
        if (at.Running.IsNone)
        {
            That(highest < 0, "the processor idles although something can run");
            That(cpu.Queue.First.IsNone, "the run queue has a first although it is empty");
            return;
        }
        That(highest >= 0, "something runs although nothing can");
        That(cpu.Queue.First == cpu.Queue.Head(highest),
            "the first of the run queue is not the most urgent");
        That(cpu.Current == cpu.Queue.First, "what runs is not the most urgent");
    }
}
