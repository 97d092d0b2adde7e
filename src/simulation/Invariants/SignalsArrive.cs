// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interrupts;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Processors;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I41.</summary>
internal sealed class SignalsArrive : KernelInvariant
{
    private readonly Counter[] _counters = new Counter[KernelState.SemaphoresMax];
    private Link<Semaphore> _awaited;

    internal override int Number => 41;

    internal override string Sentence =>
        "What one CPU sends another arrives: whatever is counted in a semaphore or a virtual CPU "
        + "has its bit set with its CPU, and a CPU with a bit set has its interrupt pending or on "
        + "its way; a raise from elsewhere ends up in the count or wakes a waiter.";

    internal override string LooksAt =>
        "counts of what was sent, signal words, interrupts from CPU to CPU";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        if (at.CpuCount == 1) return;
        ref KernelState state = ref at.State;
        for (int index = 0; index < at.Used.Semaphores; index++)
        {
            ref Semaphore semaphore = ref state.Semaphores[index];
            if (semaphore.Header.Kind == ObjectKind.None || semaphore.Incoming == 0) continue;
            That(IsSignalled(ref state, semaphore.Cpu, index / 64, index % 64),
                "a raise is counted and its CPU is not told");
        }
        for (int index = 0; index < at.Used.Vcpus; index++)
        {
            ref VirtualCpu vcpu = ref state.Vcpus[index];
            if (vcpu.Context.IsNone || vcpu.Incoming == 0) continue;
            Link<Cpu> cpu = vcpu.Context.In(ref state).Cpu;
            That(IsSignalled(ref state, cpu, SignalWords.VcpuWord, index),
                "interrupts were sent to a virtual CPU and its CPU is not told");
        }
        for (int cpu = 0; cpu < at.CpuCount; cpu++) CheckCpu(at, cpu);
        CheckUp(at);
    }

    internal override void Remember(Inspection at)
    {
        if (at.CpuCount == 1) return;
        _awaited = at.State.ScheduleSemaphore;
        foreach (int index in at.Changes.Semaphores)
        {
            ref Semaphore row = ref at.State.Semaphores[index];
            _counters[index] = new Counter
            {
                Total = row.Count + row.Incoming, Generation = row.Header.Generation,
                HasWaiter = !row.FirstWaiter.IsNone,
            };
        }
    }

    private static bool IsSignalled(ref KernelState state, Link<Cpu> cpu, int word, int bit) =>
        ((cpu.In(ref state).Signals[word] >> bit) & 1) != 0;

    private static void CheckCpu(Inspection at, int number)
    {
        ref Cpu cpu = ref at.State.Cpus[number];
        bool hasSignals = false;
        for (int word = 0; word < SignalWords.Count; word++) hasSignals |= cpu.Signals[word] != 0;
        if (!hasSignals) return;
        InterruptController interrupts = at.Machine.Interrupts;
        That(interrupts.StateOf(PrivateInterrupts.Call, number).IsRequested
            || interrupts.Flights.Has(PrivateInterrupts.Call, number),
            "a CPU has signals and nothing interrupts it");
    }

    // Also when the other CPU has taken it already.
    private void CheckUp(Inspection at)
    {
        if (!at.HasEvent || at.Event.Kind != EventKind.Hypercall) return;
        if ((Hypercall)at.Event.Detail != Hypercall.SemaphoreUp) return;
        if (at.Earlier.Running.IsNone || !at.IsLive(at.Earlier.Running)) return;
        ref ExecutionContext caller = ref at.Earlier.Running.In(ref at.State);
        if (caller.IsVcpu || caller.Key != at.CallerBefore.Key) return;
        if (!at.Holds(Rights.SemaphoreUp, 0, out Link<ObjectHeader> found)) return;
        Link<Semaphore> link = found.Reinterpret<Semaphore>();
        ref Semaphore now = ref link.In(ref at.State);
        // Devices, overruns and switches of schedules raise it, too.
        if (now.Cpu == caller.Cpu || at.IsBound(link) || link == _awaited) return;
        int index = (int)link.Behind(
            Link<Semaphore>.To(ref at.State, ref at.State.Semaphores[0]));
        ref Counter before = ref _counters[index];
        bool isKnown = before.Generation == now.Header.Generation && !before.HasWaiter
            && before.Total < SemaphoreQueue.CountMax;
        That(!isKnown || now.Count + now.Incoming == before.Total + 1,
            "a raise from another CPU was lost, or counted twice");
    }

    private struct Counter
    {
        internal ulong Total;
        internal uint Generation;
        internal bool HasWaiter;
    }
}
