// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I15.</summary>
internal sealed class OneRuns : KernelInvariant
{
    internal override int Number => 15;

    internal override string Sentence =>
        "What runs is one live context that can run, on the CPU that it belongs to, and somebody "
        + "pays for it.";

    internal override string LooksAt => "the running context and the CPU's current "
        + "scheduling context";

    internal override void Check(Inspection at)
    {
        if (at.Running.IsNone) return;
        ref KernelState state = ref at.State;
        ref Cpu cpu = ref state.Cpus[0];
        That(at.IsLive(at.Running), "what runs is gone");
        ref ExecutionContext running = ref at.Running.In(ref state);
        That(running.State == ContextState.Ready, "what runs is not ready");
        That(running.Cpu == Link<Cpu>.To(ref state, ref cpu), "what runs belongs elsewhere");
        That(!cpu.Current.IsNone, "something runs that nobody pays for");
        ref SchedulingContext paying = ref cpu.Current.In(ref state);
        That(paying.State == SchedulingState.Queued, "what pays cannot run");
        That(at.EndOfChain(paying.Home) == at.Running,
            "what runs is not what the paying scheduling context leads to");
    }
}
