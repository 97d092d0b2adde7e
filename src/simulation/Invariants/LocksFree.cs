// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Processors;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I34.</summary>
internal sealed class LocksFree : KernelInvariant
{
    private const byte CourtesyMax = 8;

    internal override int Number => 34;

    internal override string Sentence =>
        "When the kernel is left nobody has the structure lock and no CPU is held still; there is "
        + "no other lock, so that no cycle of waits can form, and whoever gives way does so a "
        + "bounded number of times.";

    internal override string LooksAt => "the structure lock, CPUs that stand still, courtesy";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        That(state.Shared.Owner == 0, "the structure lock is kept when the kernel is left");
        That(state.Shared.Held == 0, "CPUs are held when the kernel is left");
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            That(state.Cpus[cpu].Standing == (uint)Standing.Free, "a CPU was not let go");
            That(state.Cpus[cpu].Courtesy <= CourtesyMax, "a CPU gives way for ever");
        }
        That(state.Shared.Waiters >> at.CpuCount == 0, "a CPU that does not run waits");
    }
}
