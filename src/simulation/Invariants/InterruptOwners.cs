// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I28.</summary>
internal sealed class InterruptOwners : KernelInvariant
{
    internal override int Number => 28;

    internal override string Sentence =>
        "An interrupt has one owner and goes to one place; it is open exactly while it is bound; "
        + "a virtual interrupt is in at most one slot, and pending or active in one place only.";

    internal override string LooksAt => "interrupt lines, the controller, slots of virtual CPUs";

    internal override void Check(Inspection at)
    {
        bool haveLines = at.Changes.HaveInterrupts || at.Changes.HaveLinks
            || !at.Changes.Semaphores.IsEmpty || !at.Changes.Vcpus.IsEmpty;
        if (!haveLines) return;
        Span<ulong> bound = stackalloc ulong[KernelState.InterruptsMax];
        Span<uint> owned = stackalloc uint[KernelState.InterruptsMax];
        int count = 0;
        foreach (ref InterruptLine line in at.Interrupts)
        {
            if (line.Header.Kind == ObjectKind.None) continue;
            That(!owned[..count].Contains(line.Interrupt), "an interrupt has two owners");
            ulong place = line.Vcpu.IsNone ? (ulong)count
                : ((ulong)line.Vcpu.Offset << 32) | line.VirtualInterrupt;
            That(!bound[..count].Contains(place), "two interrupts under one virtual number");
            owned[count] = line.Interrupt;
            bound[count++] = place;
            CheckLine(at, ref line);
        }
        foreach (ref VirtualCpu vcpu in at.Vcpus)
        {
            if (!vcpu.Context.IsNone) CheckSlots(in vcpu);
        }
    }

    private static void CheckLine(Inspection at, ref InterruptLine line)
    {
        ref KernelState state = ref at.State;
        That(line.Semaphore.IsNone || line.Vcpu.IsNone, "an interrupt is bound twice");
        bool isBound = !line.Semaphore.IsNone || !line.Vcpu.IsNone;
        That(at.Machine.Interrupts[line.Interrupt].IsEnabled == isBound,
            "an interrupt is open without being bound, or closed");
        if (isBound && at.CpuCount > 1) CheckTarget(at, ref line);
        if (line.Vcpu.IsNone || !at.IsLive(line.Vcpu)) return;
        ref VirtualCpu vcpu = ref line.Vcpu.In(ref state).Vcpu.In(ref state);
        That(vcpu.Interrupts.Bound.Has(line.VirtualInterrupt),
            "a bound interrupt is not marked");
        That(vcpu.PhysicalInterrupts[(int)line.VirtualInterrupt] == line.Interrupt,
            "a bound interrupt has another number");
    }

    private static void CheckTarget(Inspection at, ref InterruptLine line)
    {
        ref KernelState state = ref at.State;
        Link<Cpu> cpu = line.Vcpu.IsNone
            ? line.Semaphore.In(ref state).Cpu : line.Vcpu.In(ref state).Cpu;
        That(at.Machine.Interrupts.TargetOf(line.Interrupt) == cpu.In(ref state).Number,
            "an interrupt is taken by another CPU than its receiver's");
    }

    private static void CheckSlots(in VirtualCpu vcpu)
    {
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (slot.IsFree) continue;
            uint interrupt = slot.Interrupt;
            That(InterruptSlots.Find(in vcpu, interrupt) == index, "an interrupt is in two slots");
            That(!slot.IsPending || !vcpu.Interrupts.Pending.Has(interrupt),
                "an interrupt is pending twice");
            That(!vcpu.Interrupts.Active.Has(interrupt),
                "an interrupt is active in software and in a slot");
            That(!slot.IsPending || vcpu.Interrupts.Enabled.Has(interrupt),
                "a disabled interrupt can be taken");
        }
    }
}
