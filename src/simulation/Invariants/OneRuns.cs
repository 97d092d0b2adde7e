// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I15.</summary>
internal sealed class OneRuns : KernelInvariant
{
    internal override int Number => 15;

    internal override string Sentence =>
        "What runs on a CPU is one live context that can run and belongs to it, and somebody "
        + "pays for it.";

    internal override string LooksAt => "the running contexts and the CPUs' current "
        + "scheduling contexts";

    internal override void Check(Inspection at)
    {
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            if (at.Sees(cpu) && !at.RunningOn(cpu).IsNone) CheckOn(at, cpu, at.RunningOn(cpu));
        }
    }

    private static void CheckOn(Inspection at, int number, Link<ExecutionContext> link)
    {
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[number];
        That(at.IsLive(link), "what runs is gone");
        ref ExecutionContext running = ref link.In(ref state);
        That(running.State == ContextState.Ready, "what runs is not ready");
        That(running.Cpu == Link<Cpu>.To(ref state, ref cpu), "what runs belongs elsewhere");
        That(!cpu.Current.IsNone, "something runs that nobody pays for");
        ref SchedulingContext paying = ref cpu.Current.In(ref state);
        That(paying.State == SchedulingState.Queued, "what pays cannot run");
        That(at.EndOfChain(paying.Home) == link,
            "what runs is not what the paying scheduling context leads to");
    }
}
