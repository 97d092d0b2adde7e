// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Invariants;

/// <summary>What the invariants look at: the kernel now, what the last check saw, and the event
/// between the two.</summary>
/// <param name="machine">The machine.</param>
internal sealed class Inspection(SimulatedMachine machine)
{
    private readonly int[] _contexts = new int[KernelState.ContextsMax];
    private readonly UsedSlots _slots = new();
    private readonly Link<ExecutionContext>[] _running =
        new Link<ExecutionContext>[Limits.CpusMax];
    private int _contextCount;
    private int _seenCpus;
    private SimulationEvent _event;

    /// <summary>The machine.</summary>
    internal SimulatedMachine Machine => machine;

    /// <summary>The kernel.</summary>
    internal ref KernelState State => ref machine.State;

    /// <summary>The CPU that the event was on.</summary>
    internal int Cpu { get; private set; }

    /// <summary>CPUs that run the kernel.</summary>
    internal int CpuCount { get; private set; } = 1;

    /// <summary>What runs on that CPU; none: idle.</summary>
    internal Link<ExecutionContext> Running => _running[Cpu];

    /// <summary>Whether everything is to be looked at.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Portal calls that were made again by themselves.</summary>
    internal int RestartCount { get; private set; }

    /// <summary>What the last check saw.</summary>
    internal Earlier Earlier { get; } = new();

    /// <summary>What changed since the last check.</summary>
    internal Changes Changes { get; } = new();

    /// <summary>The kernel's bytes at the last check, now and then.</summary>
    internal StateBefore Before { get; } = new();

    /// <summary>Whether exactly <see cref="Event"/> has happened since the last check.</summary>
    internal bool HasEvent { get; private set; }

    /// <summary>The last event, when <see cref="HasEvent"/>.</summary>
    internal ref readonly SimulationEvent Event => ref _event;

    /// <summary>Whether the event was one hypercall of what ran, and the kernel was entered for
    /// nothing else.</summary>
    internal bool IsOneHypercall { get; private set; }

    /// <summary>Whether <see cref="IsOneHypercall"/> and it came back refused.</summary>
    internal bool IsRefused { get; private set; }

    /// <summary>The result of a refused hypercall.</summary>
    internal ResultCode Result { get; private set; }

    /// <summary>Indices of the execution contexts in use.</summary>
    internal ReadOnlySpan<int> Contexts => _contexts.AsSpan(0, _contextCount);

    /// <summary>The slots in use of every live domain's space, when
    /// <see cref="CheckScope.Objects"/> is due.</summary>
    internal ReadOnlySpan<Link<Capability>> Slots => _slots.All;

    /// <summary>The semaphores up to the last one in use.</summary>
    internal Span<Semaphore> Semaphores => ((Span<Semaphore>)State.Semaphores)[..Used.Semaphores];

    /// <summary>The scheduling contexts up to the last one in use.</summary>
    internal Span<SchedulingContext> SchedulingContexts =>
        ((Span<SchedulingContext>)State.SchedulingContexts)[..Used.SchedulingContexts];

    /// <summary>Whether an interrupt or somebody's overruns raise a semaphore.</summary>
    internal bool IsBound(Link<Semaphore> semaphore)
    {
        foreach (ref InterruptLine line in Interrupts)
        {
            if (line.Semaphore == semaphore) return true;
        }
        return TellsOverruns(semaphore);
    }

    /// <summary>Whether some scheduling context's overruns raise a semaphore.</summary>
    internal bool TellsOverruns(Link<Semaphore> semaphore)
    {
        foreach (ref SchedulingContext entry in SchedulingContexts)
        {
            if (entry.Overrun == semaphore) return true;
        }
        return false;
    }

    /// <summary>The interrupts up to the last one in use.</summary>
    internal Span<InterruptLine> Interrupts =>
        ((Span<InterruptLine>)State.Interrupts)[..Used.Interrupts];

    /// <summary>The virtual CPUs up to the last one in use.</summary>
    internal Span<VirtualCpu> Vcpus => ((Span<VirtualCpu>)State.Vcpus)[..Used.Vcpus];

    /// <summary>The table pages, looked at when <see cref="CheckScope.Tables"/> is
    /// due.</summary>
    internal TablePages Tables { get; } = new();

    /// <summary>How far the pools are in use.</summary>
    internal UsedRows Used { get; } = new();

    /// <summary>What runs on a CPU; none: idle.</summary>
    internal Link<ExecutionContext> RunningOn(int cpu) => _running[cpu];

    /// <summary>Whether it is known what runs on a CPU.</summary>
    internal bool Sees(int cpu) => ((_seenCpus >> cpu) & 1) != 0;

    /// <summary>Tells what runs: on all CPUs of a world, the event's being one of them.</summary>
    internal void See(int cpu, ReadOnlySpan<SimulatedProcessor> processors)
    {
        Cpu = cpu;
        CpuCount = Math.Max(1, (int)State.Shared.CpuCount);
        _seenCpus = (1 << CpuCount) - 1;
        for (int number = 0; number < CpuCount; number++)
        {
            _running[number] = processors[number].Current;
        }
    }

    /// <summary>Tells what runs, where only one CPU is known.</summary>
    internal void See(Link<ExecutionContext> running)
    {
        Cpu = running.IsNone ? 0 : running.In(ref State).Cpu.In(ref State).Number;
        CpuCount = Math.Max(1, (int)State.Shared.CpuCount);
        _seenCpus = 1 << Cpu;
        _running[Cpu] = running;
    }

    /// <summary>The number of the CPU that a context belongs to.</summary>
    internal int CpuOf(Link<ExecutionContext> context) =>
        CpuCount == 1 ? 0 : context.In(ref State).Cpu.In(ref State).Number;

    /// <summary>Begins a check.</summary>
    internal void Begin(
        bool isFull, bool hasEvent, in SimulationEvent value, int restartCount)
    {
        // What was left in another event may have gone on in this one.
        bool wentOn = machine.RepeatCount != Earlier.RepeatCount;
        isFull |= wentOn;
        IsFull = isFull;
        RestartCount = restartCount;
        HasEvent = hasEvent && Earlier.IsKnown;
        if (HasEvent) _event = value;
        Earlier.Compare(this);
        FindContexts();
        IsOneHypercall = HasEvent && value.Kind == EventKind.Hypercall
            && restartCount == Earlier.RestartCount && !Earlier.Running.IsNone
            && machine.PreemptionCount == Earlier.PreemptionCount
            && !wentOn;
        IsRefused = IsOneHypercall && FindRefusal();
        if (IsDue(CheckScope.Tables))
        {
            Tables.Look(machine, isFull || !HasEvent || Changes.IsForgotten, !wentOn);
        }
        if (IsDue(CheckScope.Objects))
        {
            Used.Measure(ref State, isFull);
            if (isFull || !HasEvent) _slots.FindAll(ref State);
            else _slots.Find(ref State, in value);
        }
        Changes.Find(this);
    }

    /// <summary>Whether objects may have been destroyed.</summary>
    internal bool IsRevocation => !HasEvent || (_event.Kind == EventKind.Hypercall
        && (Hypercall)_event.Detail is Hypercall.Revoke or Hypercall.Discard);

    /// <summary>Whether a hypercall may have been left in its middle: what it takes back may still
    /// be there, without rights.</summary>
    internal bool MayBeUnfinished => machine.PreemptionCount != 0;

    /// <summary>Whether a scope is due in the quick depth.</summary>
    internal bool IsDue(CheckScope scope)
    {
        if (IsFull || !HasEvent || scope == CheckScope.Always) return true;
        if (_event.Kind != EventKind.Hypercall || IsRefused) return false;
        Hypercall call = (Hypercall)_event.Detail;
        if (scope == CheckScope.Objects)
        {
            return call is >= Hypercall.CreateDomain and <= Hypercall.Discard;
        }
        bool canChangeTables = call is Hypercall.CreateDomain or Hypercall.CreateThread
            or Hypercall.Map or Hypercall.Unmap or Hypercall.Revoke or Hypercall.Discard;
        return canChangeTables && (scope == CheckScope.Tables || Tables.HaveChanged);
    }

    /// <summary>The index of an execution context's row.</summary>
    internal int IndexOf(Link<ExecutionContext> link)
    {
        ref KernelState state = ref State;
        uint first = Link<ExecutionContext>.To(ref state, ref state.Contexts[0]).Offset;
        uint size = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<ExecutionContext>();
        return (int)((link.Offset - first) / size);
    }

    /// <summary>The index of a scheduling context's row.</summary>
    internal static int IndexOf(ref KernelState state, Link<SchedulingContext> link)
    {
        uint first =
            Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[0]).Offset;
        uint size = (uint)System.Runtime.CompilerServices.Unsafe.SizeOf<SchedulingContext>();
        return (int)((link.Offset - first) / size);
    }

    /// <summary>The row of what ran before the event, as it was then.</summary>
    internal ref readonly ExecutionContext CallerBefore => ref Earlier[IndexOf(Earlier.Running)];

    /// <summary>Whether an execution context's row is not what it was at the last check.</summary>
    internal bool HasChanged(int context) => Earlier.HasChanged(context);

    /// <summary>Whether the caller of the event's hypercall has a capability with a right at the
    /// selector in one of its arguments.</summary>
    internal bool Holds(Rights right, int argument, out Link<ObjectHeader> found)
    {
        found = default;
        ref ExecutionContext caller = ref Earlier.Running.In(ref State);
        Link<Capability> slot = caller.Slots.At(_event.Words[argument]);
        if (slot.IsNone) return false;
        ref Capability capability = ref slot.In(ref State);
        found = capability.Object;
        return (capability.Rights & right) != 0;
    }

    /// <summary>Whether a link leads to a live execution context.</summary>
    internal bool IsLive(Link<ExecutionContext> link) =>
        !link.IsNone && link.In(ref State).Header.Kind == ObjectKind.ExecutionContext;

    /// <summary>Where the time of a context goes: along calls and help that is still
    /// wanted.</summary>
    internal Link<ExecutionContext> EndOfChain(Link<ExecutionContext> home)
    {
        ref KernelState state = ref State;
        Link<ExecutionContext> at = home;
        for (int depth = 0; depth <= KernelState.ContextsMax; depth++)
        {
            ref ExecutionContext context = ref at.In(ref state);
            if (context.State is not (ContextState.Calling or ContextState.Helping)) return at;
            bool isFree =
                context.Partner.In(ref state).State is ContextState.Idle or ContextState.Off;
            if (context.State == ContextState.Helping && isFree) return at;
            at = context.Partner;
        }
        throw new InvariantException($"the chain of calls from @{home.Offset:x} has no end");
    }

    // A server that replied may have been called again: then its registers are another message's.
    private bool FindRefusal()
    {
        ref ExecutionContext caller = ref Earlier.Running.In(ref State);
        if (Running != Earlier.Running || caller.Key != CallerBefore.Key
            || caller.State != ContextState.Ready) return false;
        if (caller.Frame[RegisterFrame.ProgramCounter]
            != CallerBefore.Frame[RegisterFrame.ProgramCounter] + 4) return false;
        // One that waited, and whose deadline came before anything else ran, was not refused.
        bool canWait = (Hypercall)_event.Detail is Hypercall.SemaphoreDown or Hypercall.CallUntil
            && _event.Words[_event.DeadlineWord] > Earlier.Ticks;
        Result = new ResultCode(caller.Frame[0]);
        if (canWait && Result.Status == Status.Timeout) return false;
        return !Result.IsSuccess;
    }

    private void FindContexts()
    {
        _contextCount = 0;
        foreach (int index in Earlier.Used) _contexts[_contextCount++] = index;
    }
}
