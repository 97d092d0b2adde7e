// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Invariants;

/// <summary>I29.</summary>
internal sealed class NoInterruptLost : KernelInvariant
{
    private const int WordsMax = Limits.VirtualInterruptsMax / 64;

    private readonly Memory[] _earlier = new Memory[KernelState.VcpusMax];

    internal override int Number => 29;

    internal override string Sentence =>
        "No virtual interrupt is lost: one that is pending stays so, in a slot or in software, "
        + "until its guest takes it or its monitor clears it, and no virtual CPU sleeps through "
        + "one that it could take or through its timer, or is off when it was recalled.";

    internal override string LooksAt => "pending bits and slots, now and at the last check";

    internal override bool HasMemory => true;

    internal override void Check(Inspection at)
    {
        ref KernelState state = ref at.State;
        RowBits changed = at.Changes.Vcpus;
        bool isAsked = at.HasEvent && at.Event.Kind == EventKind.Hypercall
            && (Hypercall)at.Event.Detail == Hypercall.VirtualInterrupt;
        for (int index = 0; index < at.Used.Vcpus; index++)
        {
            ref VirtualCpu vcpu = ref state.Vcpus[index];
            if (vcpu.Context.IsNone) continue;
            ref ExecutionContext context = ref vcpu.Context.In(ref state);
            if (context.State == ContextState.Halted) CheckSleep(at, in vcpu, ref context);
            That(vcpu.IsOff == 0 || context.ReportPending == 0,
                "a virtual CPU is off although it was recalled");
            bool isSame = _earlier[index].Key == context.Key
                && _earlier[index].Context == vcpu.Context;
            if (!at.HasEvent || !isSame || (!isAsked && !changed.Has(index))) continue;
            CheckPending(at, ref _earlier[index], ref vcpu, ref context);
        }
    }

    internal override void Remember(Inspection at)
    {
        ref KernelState state = ref at.State;
        // Keys are those of contexts.
        RowBits rows =
            at.Changes.HaveLinks ? RowBits.First(at.Used.Vcpus) : at.Changes.Vcpus;
        foreach (int index in rows)
        {
            ref VirtualCpu vcpu = ref state.Vcpus[index];
            _earlier[index].Key = vcpu.Context.IsNone ? 0 : vcpu.Context.In(ref state).Key;
            _earlier[index].Context = vcpu.Context;
            if (!vcpu.Context.IsNone) _earlier[index].Pending = PendingOf(ref vcpu);
        }
    }

    private static void CheckSleep(
        Inspection at, in VirtualCpu vcpu, ref ExecutionContext context)
    {
        bool hasTimer =
            vcpu.Timer.IsArmed || context.Cpu.In(ref at.State).SystemOwner == vcpu.Context;
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

    private static void CheckPending(
        Inspection at, ref Memory before, ref VirtualCpu vcpu, ref ExecutionContext context)
    {
        Bits now = PendingOf(ref vcpu);
        CheckAsked(at, ref vcpu, ref context, now);
        for (int word = 0; word < WordsMax; word++)
        {
            ulong lost = before.Pending[word] & ~now[word];
            if (lost == 0) continue;
            That(IsExplained(at, ref context),
                $"pending virtual interrupts {lost:x} of word {word} are lost");
        }
    }

    private static bool IsExplained(Inspection at, ref ExecutionContext context)
    {
        if (at.Event.Kind == EventKind.GuestTake) return at.Earlier.Running == context.Self;
        if (at.Event.Kind != EventKind.Hypercall) return false;
        VirtualInterruptRequest request = new(at.Event.Words[1]);
        return (Hypercall)at.Event.Detail == Hypercall.VirtualInterrupt
            && request.Operation is VirtualInterruptOperation.ClearPending
                or VirtualInterruptOperation.LowerLine;
    }

    // What a monitor has just made pending is pending.
    private static void CheckAsked(
        Inspection at, ref VirtualCpu vcpu, ref ExecutionContext context, Bits now)
    {
        if (!at.IsOneHypercall || at.Running != at.Earlier.Running) return;
        if ((Hypercall)at.Event.Detail != Hypercall.VirtualInterrupt || at.IsRefused) return;
        VirtualInterruptRequest request = new(at.Event.Words[1]);
        if (request.Operation != VirtualInterruptOperation.SetPending) return;
        ref ExecutionContext monitor = ref at.Running.In(ref at.State);
        Link<Capability> slot = monitor.Slots.At(at.Event.Words[0]);
        if (slot.IsNone || slot.In(ref at.State).Object.Offset != context.Self.Offset) return;
        That((now[(int)request.Interrupt / 64] >> ((int)request.Interrupt % 64) & 1) != 0,
            "an interrupt that was made pending is not");
    }

    private static Bits PendingOf(ref VirtualCpu vcpu)
    {
        Bits bits = default;
        for (int word = 0; word < WordsMax; word++) bits[word] = vcpu.Interrupts.Pending[word];
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (!slot.IsPending || slot.Interrupt >= Limits.VirtualInterruptsMax) continue;
            bits[(int)slot.Interrupt / 64] |= 1ul << (int)(slot.Interrupt % 64);
        }
        // What another CPU has sent and this one has not taken yet.
        bits[0] |= vcpu.Incoming;
        return bits;
    }

    [System.Runtime.CompilerServices.InlineArray(WordsMax)]
    private struct Bits
    {
        private ulong _element;
    }

    private struct Memory
    {
        internal ulong Key;
        internal Link<ExecutionContext> Context;
        internal Bits Pending;
    }
}
