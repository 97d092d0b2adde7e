// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Invariants;

/// <content>I28 to I30: interrupts, physical and virtual.</content>
internal static partial class KernelInvariants
{
    private static void CheckInterrupts(SimulatedMachine machine)
    {
        ref KernelState state = ref machine.State;
        HashSet<uint> owned = [];
        HashSet<(uint Vcpu, uint Interrupt)> injected = [];
        foreach (ref InterruptLine line in (Span<InterruptLine>)state.Interrupts)
        {
            bool isBound = !line.Semaphore.IsNone || !line.Vcpu.IsNone;
            if (line.Header.Kind == ObjectKind.None)
            {
                That(!isBound, "an interrupt that is gone is bound");
                if (line.Interrupt != 0)
                {
                    That(!machine.Interrupts[line.Interrupt].IsEnabled,
                        "an interrupt that is gone is open");
                }
                continue;
            }
            That(owned.Add(line.Interrupt), "an interrupt has two owners");
            That(line.Semaphore.IsNone || line.Vcpu.IsNone, "an interrupt is bound twice");
            That(machine.Interrupts[line.Interrupt].IsEnabled == isBound,
                "an interrupt is open without being bound, or closed");
            That(isBound || !machine.Interrupts[line.Interrupt].IsActive,
                "an interrupt that nobody gets stays active");
            if (!line.Semaphore.IsNone)
            {
                That(line.Semaphore.In(ref state).Header.Kind == ObjectKind.Semaphore,
                    "an interrupt outlives its semaphore");
            }
            if (line.Vcpu.IsNone) continue;
            That(IsLive(ref state, line.Vcpu), "an interrupt outlives its virtual CPU");
            That(injected.Add((line.Vcpu.Offset, line.VirtualInterrupt)),
                "two interrupts under one virtual number");
            ref VirtualCpu vcpu = ref line.Vcpu.In(ref state).Vcpu.In(ref state);
            That(vcpu.Interrupts.Bound.Has(line.VirtualInterrupt),
                "a bound interrupt is not marked");
            That(vcpu.PhysicalInterrupts[(int)line.VirtualInterrupt] == line.Interrupt,
                "a bound interrupt has another number");
        }
    }

    private static void CheckVcpus(ref KernelState state)
    {
        foreach (ref VirtualCpu vcpu in (Span<VirtualCpu>)state.Vcpus)
        {
            if (vcpu.Context.IsNone) continue;
            That(IsLive(ref state, vcpu.Context), "a virtual CPU outlives its context");
            ref ExecutionContext context = ref vcpu.Context.In(ref state);
            That(context.Vcpu == Link<VirtualCpu>.To(ref state, ref vcpu),
                "a context has another virtual CPU");
            That(vcpu.IsOff == 0 || context.State == ContextState.Off,
                "a virtual CPU is off and runs");
            CheckSlots(in vcpu);
            if (context.State != ContextState.Halted) continue;
            bool hasTimer = vcpu.Timer.IsArmed || state.Cpus[0].SystemOwner == vcpu.Context;
            That(hasTimer || GuestTimer.DeadlineOf(in vcpu) == ulong.MaxValue,
                "a virtual CPU sleeps through its timer");
            That(!vcpu.Interrupts.HasCandidate && context.ReportPending == 0,
                "a virtual CPU sleeps through an interrupt");
            for (int index = 0; index < InterruptSlots.Count; index++)
            {
                That(!InterruptSlots.Get(in vcpu, index).IsPending,
                    "a virtual CPU sleeps through a pending slot");
            }
        }
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
