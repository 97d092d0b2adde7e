// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Pools;

namespace Bulkhead.Asp.Simulated;

/// <summary>
/// The entry code of the simulated machine: every way into the kernel and out of it. What is
/// current after an entry is what the kernel returned; while nothing can run, nothing is current.
/// </summary>
/// <param name="machine">The machine.</param>
/// <param name="cpu">Number of the CPU.</param>
public sealed partial class SimulatedProcessor(SimulatedMachine machine, int cpu = 0)
{
    private const ulong InstructionBytes = 4;
    private const int RepeatsAtOnce = 256;

    /// <summary>What is thrown when the kernel returns to a context that it did not switch
    /// to.</summary>
    public const string NotSwitchedTo = "the context that runs was not switched to";

    /// <summary>Number of the CPU.</summary>
    public int Cpu => cpu;

    /// <summary>The context that runs; none while the processor is idle.</summary>
    public Link<ExecutionContext> Current { get; private set; }

    /// <summary>Whether hot hypercalls try their short way first, as the real entry code
    /// does.</summary>
    public bool UsesFastPath { get; set; } = true;

    /// <summary>Hypercalls that went the short way.</summary>
    public int FastCount { get; private set; }

    /// <summary>Hypercalls that a context had to execute again.</summary>
    public int RestartCount { get; private set; }

    /// <summary>Interrupts that were taken, or looked for in vain.</summary>
    public int InterruptCount { get; private set; }

    /// <summary>Starts, or goes on after idling.</summary>
    public void Dispatch() => Enter(new DispatchEntry(cpu));

    /// <summary>The current thread executes a hypercall; its frame holds the arguments.</summary>
    /// <param name="number">The hypercall, any value.</param>
    public void Hypercall(Hypercall number)
    {
        HypercallOnce(number);
        RunRestarts();
    }

    /// <summary>Whether the thread that runs left its hypercall in the middle, while several CPUs
    /// are inside the kernel: it makes it again (<see cref="Repeat"/>), with interrupts
    /// between.</summary>
    public bool MustRepeat => !Current.IsNone
        && machine.Restarts.Has(ref machine.State, ref Current.In(ref machine.State))
        && !RestartTable.IsHelp(machine.Restarts.NumberOf(ref machine.State, Current));

    /// <summary>The thread that runs makes its last hypercall again.</summary>
    public void Repeat()
    {
        Hypercall number = machine.Restarts.NumberOf(ref machine.State, Current);
        machine.Restarts.Take(ref machine.State, Current);
        machine.RepeatCount++;
        HypercallOnce(number);
        RunRestarts();
    }

    /// <summary>Takes what is pending, if anything is.</summary>
    public void TakeInterrupts()
    {
        machine.AcknowledgedCount = 0;
        machine.UpdateLines(cpu);
        while (machine.Interrupts.IsDeliverable(cpu))
        {
            TakeInterrupt();
            machine.UpdateLines(cpu);
        }
    }

    /// <summary>Enters the kernel for an interrupt, once, whether one is pending or not.</summary>
    public void TakeInterrupt()
    {
        InterruptCount++;
        if (machine.Cpus[cpu].WasHeld) LetGo();
        else if (Current.IsNone) Dispatch();
        else Enter(new InterruptEntry(cpu));
        RunRestarts();
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
        Enter(new FaultEntry(kind, address, syndrome));
        RunRestarts();
    }

    /// <summary>The current virtual CPU makes an access that nothing is mapped for.</summary>
    /// <param name="address">Guest-physical address.</param>
    /// <param name="access">The access.</param>
    /// <param name="value">The value written.</param>
    public void Access(ulong address, MmioAccess access, ulong value)
    {
        Enter(new AccessEntry(address, access, value));
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
        Enter(new ExitEntry(kind, word0, word1, word2, word3));
        RunRestarts();
    }

    /// <summary>The current virtual CPU makes a hypercall that is its monitor's to
    /// answer.</summary>
    /// <param name="word0">Immediate and instruction.</param>
    public void GuestHypercall(ulong word0)
    {
        Enter(new GuestHypercallEntry(word0));
        RunRestarts();
    }

    /// <summary>The current virtual CPU executes its wait-for-interrupt instruction.</summary>
    public void Halt()
    {
        Enter(default(HaltEntry));
        RunRestarts();
    }

    /// <summary>The current virtual CPU sends a software interrupt within its virtual
    /// machine.</summary>
    /// <param name="interrupt">0 to 15.</param>
    /// <param name="targets">A bit for each virtual CPU, by number.</param>
    public void SendSoftwareInterrupt(uint interrupt, ulong targets)
    {
        Enter(new SoftwareInterruptEntry(interrupt, targets));
        RunRestarts();
    }

    /// <summary>Goes on as of a snapshot of the machine.</summary>
    /// <param name="current">What ran then.</param>
    public void Resume(Link<ExecutionContext> current) => Current = current;

    internal ulong NextEvent()
    {
        ulong next = machine.Clock.ExpiryOf(cpu);
        ref Cpu row = ref machine.State.Cpus[cpu];
        if (row.SystemOwner.IsNone) return next;
        ref VirtualCpu vcpu = ref row.SystemOwner.In(ref machine.State).Vcpu.In(ref machine.State);
        return Math.Min(next, machine.Clock.WhenIs(cpu, GuestTimer.DeadlineOf(in vcpu)));
    }

    // It stood in its interrupt handler, or in its idle loop, and chooses anew what runs.
    private void LetGo()
    {
        machine.Cpus[cpu].WasHeld = false;
        if (Current.IsNone) Enter(new IdleEntry(cpu));
        else Enter(new InterruptEntry(cpu));
    }

    // Whatever runs now and stands before a hypercall that it must execute again, does so. One that
    // left it for an interrupt takes that first.
    private void RunRestarts()
    {
        int count = 0;
        while (!Current.IsNone && machine.Restarts.Has(
            ref machine.State, ref Current.In(ref machine.State)))
        {
            Hypercall number = machine.Restarts.NumberOf(ref machine.State, Current);
            bool isHelp = RestartTable.IsHelp(number);
            // Other CPUs have to go on first.
            if (!isHelp && machine.IsConcurrent) return;
            machine.UpdateLines(cpu);
            if (!isHelp && machine.Interrupts.IsDeliverable(cpu))
            {
                Enter(new InterruptEntry(cpu));
                continue;
            }
            if (machine.Cpus.Length > 1 && ++count > RepeatsAtOnce)
            {
                PassTime();
                return;
            }
            machine.Restarts.Take(ref machine.State, Current);
            if (isHelp) RestartCount++;
            else machine.RepeatCount++;
            HypercallOnce(RestartTable.CallOf(number));
        }
    }

    // What a hypercall is made again and again for may be another CPU's to do, or come late.
    private void PassTime()
    {
        ulong next = ulong.MaxValue;
        for (int number = 0; number < machine.Cpus.Length; number++)
        {
            next = Math.Min(next, machine.Clock.ExpiryOf(number));
        }
        if (next != ulong.MaxValue) machine.Clock.Ticks = Math.Max(next, machine.Clock.Ticks);
    }

    private void HypercallOnce(Hypercall number)
    {
        machine.AcknowledgedCount = 0;
        ref ExecutionContext current = ref Current.In(ref machine.State);
        current.Frame[RegisterFrame.ProgramCounter] += InstructionBytes;
        if (UsesFastPath && TryFastEntry(ref current, number)) return;
        for (int scratch = 10; scratch < 18; scratch++) current.Frame[scratch] = 0;
        machine.Cpus[cpu].Hypercall = number;
        Enter(new HypercallEntry(number));
        machine.Cpus[cpu].Hypercall = 0;
    }

    private bool TryFastEntry(ref ExecutionContext current, Hypercall number)
    {
        machine.MakeCurrent(cpu);
        machine.AtOrderingPoint(OrderingPoint.Entry);
        bool isDone =
            FastEntry.TryHandle(machine, ref current, number, out Link<ExecutionContext> next);
        machine.AtOrderingPoint(OrderingPoint.Exit);
        if (!isDone) return false;
        FastCount++;
        Current = next;
        return true;
    }

    private void Enter<TEntry>(TEntry entry)
        where TEntry : struct, IEntry
    {
        machine.MakeCurrent(cpu);
        machine.AtOrderingPoint(OrderingPoint.Entry);
        machine.InsideCount++;
        try
        {
            ref ExecutionContext next = ref entry.Run(
                ref machine.State, ref Current.In(ref machine.State));
            Current = next.Self;
        }
        catch (IdleException)
        {
            Current = default;
        }
        finally
        {
            machine.InsideCount--;
        }
        machine.AtOrderingPoint(OrderingPoint.Exit);
        // While others are inside, what they have not finished is not this CPU's to answer for.
        if (machine.InsideCount == 0) machine.Tables.CheckFinished();
        if (Current != machine.Cpus[cpu].Loaded && !Current.IsNone)
        {
            throw new SimulationException(NotSwitchedTo);
        }
    }
}
