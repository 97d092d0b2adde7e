// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Kernel;
using Bulkhead.Kernel.Communication;
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Virtualization;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The entry code of the simulated machine: every way into the kernel and out of it. What is
/// current after an entry is what the kernel returned; while nothing can run, nothing is current.
/// </summary>
/// <param name="machine">The machine.</param>
public sealed class SimulatedProcessor(SimulatedMachine machine)
{
    private const ulong InstructionBytes = 4;

    private delegate ref ExecutionContext Entry(
        ref KernelState state, ref ExecutionContext current);

    /// <summary>The context that runs; none while the processor is idle.</summary>
    public Link<ExecutionContext> Current { get; private set; }

    /// <summary>Whether hot hypercalls try their short way first, as the real entry code
    /// does.</summary>
    public bool UsesFastPath { get; set; } = true;

    /// <summary>Hypercalls that went the short way.</summary>
    public int FastCount { get; private set; }

    /// <summary>Hypercalls that a context had to execute again.</summary>
    public int RestartCount { get; private set; }

    /// <summary>Starts, or goes on after idling.</summary>
    public void Dispatch() =>
        Enter((ref KernelState state, ref ExecutionContext _) =>
            ref Scheduler<SimulatedAsp>.Dispatch(ref state, ref state.Cpus[0]));

    /// <summary>The current thread executes a hypercall; its frame holds the arguments.</summary>
    /// <param name="number">The hypercall, any value.</param>
    public void Hypercall(Hypercall number)
    {
        HypercallOnce(number);
        while (TakeRestart())
        {
            RestartCount++;
            HypercallOnce(Abi.Hypercall.Call);
        }
    }

    /// <summary>Takes what is pending, if anything is.</summary>
    public void TakeInterrupts()
    {
        machine.UpdateLines();
        while (machine.Interrupts.HasDeliverable)
        {
            if (Current.IsNone)
            {
                Dispatch();
            }
            else
            {
                Enter((ref KernelState state, ref ExecutionContext current) =>
                {
                    InterruptEntry<SimulatedAsp>.Handle(ref state, ref current.Cpu.In(ref state));
                    return ref Scheduler<SimulatedAsp>.Resume(ref state, ref current);
                });
            }
            RunRestarts();
            machine.UpdateLines();
        }
    }

    /// <summary>Lets time pass and takes every interrupt when its time comes.</summary>
    /// <param name="ticks">How long.</param>
    public void Advance(ulong ticks)
    {
        ulong end = machine.Clock.Ticks + ticks;
        TakeInterrupts();
        for (ulong next = NextEvent(); next <= end; next = NextEvent())
        {
            machine.Clock.Ticks = Math.Max(next, machine.Clock.Ticks);
            TakeInterrupts();
        }
        machine.Clock.Ticks = Math.Max(end, machine.Clock.Ticks);
    }

    /// <summary>The current thread faults.</summary>
    /// <param name="kind">What it did.</param>
    /// <param name="address">Address that it concerns.</param>
    /// <param name="syndrome">The processor's word for it.</param>
    public void Fault(FaultKind kind, ulong address, ulong syndrome)
    {
        Enter((ref KernelState state, ref ExecutionContext current) =>
            ref ThreadFault<SimulatedAsp>.Report(ref state, ref current, kind, address, syndrome));
        RunRestarts();
    }

    /// <summary>The current virtual CPU makes an access that nothing is mapped for.</summary>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    public void Access(ulong address, MmioAccess access, ulong value)
    {
        Enter((ref KernelState state, ref ExecutionContext current) =>
            ref VcpuExit<SimulatedAsp>.SendAccess(ref state, ref current, address, access, value));
        RunRestarts();
    }

    /// <summary>The current virtual CPU exits with a message of four words.</summary>
    /// <param name="kind">Why.</param>
    /// <param name="word0">Word 0.</param>
    /// <param name="word1">Word 1.</param>
    /// <param name="word2">Word 2.</param>
    /// <param name="word3">Word 3.</param>
    public void Exit(ExitKind kind, ulong word0, ulong word1 = 0, ulong word2 = 0, ulong word3 = 0)
    {
        Enter((ref KernelState state, ref ExecutionContext current) =>
            ref VcpuExit<SimulatedAsp>.Send(
                ref state, ref current, kind, word0, word1, word2, word3));
        RunRestarts();
    }

    /// <summary>The current virtual CPU makes a hypercall that is its monitor's to
    /// answer.</summary>
    /// <param name="word0">Immediate and instruction.</param>
    public void GuestHypercall(ulong word0)
    {
        Enter((ref KernelState state, ref ExecutionContext current) =>
            ref VcpuExit<SimulatedAsp>.SendHypercall(ref state, ref current, word0));
        RunRestarts();
    }

    /// <summary>The current virtual CPU executes its wait-for-interrupt instruction.</summary>
    public void Halt()
    {
        Enter((ref KernelState state, ref ExecutionContext current) =>
        {
            SimulatedAsp.Advance(ref current);
            Halt<SimulatedAsp>.Enter(ref state, ref current);
            return ref Scheduler<SimulatedAsp>.Resume(ref state, ref current);
        });
        RunRestarts();
    }

    private ulong NextEvent()
    {
        ulong next = machine.Clock.DeadlineTicks;
        ref Cpu cpu = ref machine.State.Cpus[0];
        if (cpu.SystemOwner.IsNone) return next;
        ref VirtualCpu vcpu = ref cpu.SystemOwner.In(ref machine.State).Vcpu.In(ref machine.State);
        return Math.Min(next, GuestTimer.DeadlineOf(in vcpu));
    }

    private void RunRestarts()
    {
        if (!TakeRestart()) return;
        RestartCount++;
        Hypercall(Abi.Hypercall.Call);
    }

    // Whether the context that runs now stands before a portal call that it must make again.
    private bool TakeRestart()
    {
        if (Current.IsNone || !machine.Restarts.Remove(Current.Offset, out ulong key)) return false;
        return Current.In(ref machine.State).Key == key;
    }

    private void HypercallOnce(Hypercall number)
    {
        ref ExecutionContext current = ref Current.In(ref machine.State);
        current.Frame[RegisterFrame.ProgramCounter] += InstructionBytes;
        if (UsesFastPath
            && FastEntry.TryHandle(machine, ref current, number, out Link<ExecutionContext> next))
        {
            FastCount++;
            Current = next;
            return;
        }
        for (int scratch = 10; scratch < 18; scratch++) current.Frame[scratch] = 0;
        Enter((ref KernelState state, ref ExecutionContext caller) =>
            ref Dispatcher<SimulatedAsp>.Handle(ref state, ref caller, number));
    }

    private void Enter(Entry entry)
    {
        machine.MakeCurrent();
        try
        {
            ref ExecutionContext next = ref entry(
                ref machine.State, ref Current.In(ref machine.State));
            Current = next.Self;
        }
        catch (IdleException)
        {
            Current = default;
        }
        if (Current != machine.Loaded
            && !Current.IsNone) throw new SimulationException(
                "the context that runs was not switched to");
    }
}
