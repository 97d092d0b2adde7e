// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I30.</summary>
internal sealed class DeadHoldNothing : KernelInvariant
{
    internal override int Number => 30;

    internal override string Sentence =>
        "What is dead holds no interrupt and no part of a CPU: no line leads to it, its interrupts "
        + "are closed and inactive, its registers are in no CPU.";

    internal override string LooksAt => "interrupt lines, the controller, owners of CPUs";

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        bool haveGone = at.Changes.HaveLinks || !at.Changes.Semaphores.IsEmpty;
        if (haveGone || at.Changes.HaveInterrupts) CheckLines(at);
        if (haveGone || at.Changes.HaveSchedulingLinks) CheckOverruns(at);
        That(state.ScheduleSemaphore.IsNone
            || state.ScheduleSemaphore.In(ref state).Header.Kind == ObjectKind.Semaphore,
            "a switch of schedules raises a semaphore that is gone");
        for (int cpu = 0; cpu < at.CpuCount; cpu++) CheckCpu(at, ref state.Cpus[cpu]);
    }

    private static void CheckLines(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (ref InterruptLine line in at.Interrupts)
        {
            if (line.Interrupt == 0) continue;
            bool isBound = !line.Semaphore.IsNone || !line.Vcpu.IsNone;
            bool isGone = line.Header.Kind == ObjectKind.None;
            That(!isGone || !isBound, "an interrupt that is gone is bound");
            That(isBound || !at.Machine.Interrupts[line.Interrupt].IsActive,
                "an interrupt that nobody gets stays active");
            That(!isGone || !at.Machine.Interrupts[line.Interrupt].IsEnabled
                || IsOwnedElsewhere(at, ref line),
                "an interrupt that is gone is open");
            if (!line.Semaphore.IsNone)
            {
                That(line.Semaphore.In(ref state).Header.Kind == ObjectKind.Semaphore,
                    "an interrupt outlives its semaphore");
            }
            That(line.Vcpu.IsNone || at.IsLive(line.Vcpu),
                "an interrupt outlives its virtual CPU");
        }
    }

    private static void CheckOverruns(Inspection at)
    {
        ref KernelState state = ref at.State;
        foreach (ref SchedulingContext entry in at.SchedulingContexts)
        {
            Link<Semaphore> told = entry.Overrun;
            That(told.IsNone || told.In(ref state).Header.Kind == ObjectKind.Semaphore,
                "overruns are told to a semaphore that is gone");
        }
    }

    private static void CheckCpu(Inspection at, ref Cpu cpu)
    {
        ref KernelState state = ref at.State;
        That(cpu.SystemOwner.IsNone || at.IsLive(cpu.SystemOwner),
            "system registers of a virtual CPU that is gone are in the hardware");
        That(cpu.VectorOwner.IsNone || at.IsLive(cpu.VectorOwner),
            "vector registers of a context that is gone are in the hardware");
        That(cpu.Current.IsNone || cpu.Current.In(ref state).Header.Kind
            == ObjectKind.SchedulingContext, "a scheduling context that is gone is current");
    }

    private static bool IsOwnedElsewhere(Inspection at, ref InterruptLine gone)
    {
        foreach (ref InterruptLine line in at.Interrupts)
        {
            if (line.Header.Kind != ObjectKind.None && line.Interrupt == gone.Interrupt)
            {
                return true;
            }
        }
        return false;
    }
}
