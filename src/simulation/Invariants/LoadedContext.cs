// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I12.</summary>
internal sealed class LoadedContext : KernelInvariant
{
    internal override int Number => 12;

    internal override string Sentence =>
        "What the hardware has loaded is the context that the kernel returned to, and a virtual "
        + "CPU runs only with its own system registers and interrupt interface in the hardware.";

    internal override string LooksAt => "the machine's loaded context, the CPU's owners";

    internal override void Check(Inspection at)
    {
        for (int cpu = 0; cpu < at.CpuCount; cpu++)
        {
            if (at.Sees(cpu) && !at.RunningOn(cpu).IsNone) CheckOn(at, cpu, at.RunningOn(cpu));
        }
    }

    private static void CheckOn(Inspection at, int number, Link<ExecutionContext> running)
    {
        ref Cpu cpu = ref at.State.Cpus[number];
        That(at.Machine.Cpus[number].Loaded == running, "what runs was not switched to");
        bool isVcpu = running.In(ref at.State).IsVcpu;
        That(!isVcpu || cpu.SystemOwner == running,
            "a virtual CPU runs with another one's system registers");
        That(isVcpu == (cpu.IsNativeMode == 0), "the processor is in the wrong mode");
        That(running.In(ref at.State).Controls.Mode != 0, "what runs has no registers");
    }
}
