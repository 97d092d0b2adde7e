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
        if (at.Running.IsNone) return;
        ref Cpu cpu = ref at.State.Cpus[0];
        That(at.Machine.Loaded == at.Running, "what runs was not switched to");
        bool isVcpu = at.Running.In(ref at.State).IsVcpu;
        That(!isVcpu || cpu.SystemOwner == at.Running,
            "a virtual CPU runs with another one's system registers");
        That(isVcpu == (cpu.IsNativeMode == 0), "the processor is in the wrong mode");
        That(at.Running.In(ref at.State).Controls.Mode != 0, "what runs has no registers");
    }
}
