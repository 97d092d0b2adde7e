// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>
/// Faults have stopped, devices are quiet, and every program does its duty: servers reply, guests
/// handle their interrupts and halt, threads go to sleep. Now the system must come to rest, and on
/// the way there whoever could run must have run.
/// </summary>
internal sealed class LivenessPhase(StepRunner runner)
{
    private const int EventsMax = 20_000;
    private const int PatienceMax = 64;
    private const ulong LongestSleep = 1ul << 40;

    // Windows open and close meanwhile: up to some ten thousand of them.
    private const ulong LongestSleepInWindows = 1ul << 24;

    private readonly World _world = runner.World;
    private readonly int[] _steps = new int[KernelState.ContextsMax];
    private readonly ulong[] _expectedKeys = new ulong[KernelState.ContextsMax];
    private readonly bool[] _hasRun = new bool[KernelState.ContextsMax];

    /// <summary>Runs the phase.</summary>
    /// <exception cref="InvariantException">Somebody did not run, or the system does not
    /// rest.</exception>
    internal void Run()
    {
        Quiet();
        Expect();
        for (int count = 0; count < EventsMax; count++)
        {
            SelectNext();
            Note();
            SimulationEvent value = default;
            if (_world.Current.IsNone)
            {
                if (!Wait(ref value)) break;
            }
            else Act(ref value);
            if (count == EventsMax - 1)
            {
                throw new InvariantException("the system does not come to rest");
            }
            value.Cpu = (byte)_world.Cpu;
            runner.Step(in value);
        }
        Judge();
    }

    private void Quiet()
    {
        for (int cpu = 0; cpu < _world.CpuCount; cpu++)
        {
            runner.Step(new SimulationEvent(EventKind.DelayTimer, 0) { Cpu = (byte)cpu });
        }
        if (_world.CpuCount > 1) runner.Step(new SimulationEvent(EventKind.HoldCalls, 0));
        runner.Step(new SimulationEvent(EventKind.ReleaseInterrupts, 0));
        ref KernelState state = ref _world.State;
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            ref InterruptLine line = ref state.Interrupts[index];
            if (line.Header.Kind == ObjectKind.None) continue;
            runner.Step(new SimulationEvent(EventKind.Lower, line.Interrupt));
        }
        _world.Processor.TakeInterrupts();
    }

    // The CPUs on which something runs take turns.
    private void SelectNext()
    {
        int last = _world.Cpu;
        for (int step = 1; step <= _world.CpuCount; step++)
        {
            _world.Select((last + step) % _world.CpuCount);
            if (!_world.Current.IsNone) return;
        }
    }

    // Whoever a scheduling context leads to that has or will get time again.
    private void Expect()
    {
        ref KernelState state = ref _world.State;
        foreach (ref var entry in (Span<SchedulingContext>)state.SchedulingContexts)
        {
            bool isLive = entry.Header.Kind != ObjectKind.None
                && entry.State is SchedulingState.Queued or SchedulingState.Depleted;
            if (!isLive || !GetsTime(ref state, ref entry)) continue;
            Link<ExecutionContext> end = entry.Home;
            while (end.In(ref state).State == ContextState.Calling)
            {
                end = end.In(ref state).Partner;
            }
            if (end.In(ref state).State != ContextState.Ready) continue;
            _expectedKeys[IndexOf(end)] = end.In(ref state).Key;
        }
    }

    // Whether a window in which a time partition may run comes again and again.
    private static bool GetsTime(ref KernelState state, ref SchedulingContext entry)
    {
        byte timePartition = entry.TimePartition;
        if (state.NextSchedule == 0) return timePartition == 0;
        ref Schedule schedule = ref state.Schedules[state.NextSchedule - 1];
        int cpu = entry.Home.In(ref state).Cpu.In(ref state).Number;
        for (byte at = schedule.First[cpu]; at != 0; at = schedule.Windows[at - 1].Next)
        {
            if (FrameWindows.MayRun(in schedule.Windows[at - 1], timePartition)) return true;
        }
        return false;
    }

    // Whether windows open and close, and nobody has anything to do in any of them.
    private static bool OnlyWindowsPass(ref KernelState state)
    {
        for (int number = 0; number < state.Shared.CpuCount; number++)
        {
            ref Cpu cpu = ref state.Cpus[number];
            if (cpu.WindowEndTicks == ulong.MaxValue || cpu.Schedule != state.NextSchedule) return false;
        }
        foreach (ref var entry in (Span<SchedulingContext>)state.SchedulingContexts)
        {
            bool isWaiting = entry.Header.Kind != ObjectKind.None
                && entry.State == SchedulingState.Queued
                && GetsTime(ref state, ref entry);
            if (isWaiting) return false;
        }
        return true;
    }

    // When something other than the end of a window is due.
    private static ulong NextBesideWindows(ref KernelState state)
    {
        ulong ticks = ulong.MaxValue;
        for (int cpu = 0; cpu < state.Shared.CpuCount; cpu++)
        {
            ref TimerHeap timers = ref state.Cpus[cpu].Timers;
            for (int index = 0; index < timers.Count; index++)
            {
                ticks = Math.Min(ticks, timers.At(index).In(ref state).Ticks);
            }
        }
        return ticks;
    }

    // When a CPU's timer or its guest's is due.
    private ulong NextTimer(bool isResting)
    {
        ref KernelState state = ref _world.State;
        ulong deadline = isResting ? NextBesideWindows(ref state) : ulong.MaxValue;
        for (int cpu = 0; cpu < _world.CpuCount; cpu++)
        {
            if (!isResting)
            {
                deadline = Math.Min(deadline, _world.Machine.Clock.DeadlineOf(cpu));
            }
            Link<ExecutionContext> owner = state.Cpus[cpu].SystemOwner;
            if (owner.IsNone) continue;
            ref VirtualCpu vcpu = ref owner.In(ref state).Vcpu.In(ref state);
            deadline = Math.Min(deadline, GuestTimer.DeadlineOf(in vcpu));
        }
        return deadline;
    }

    private void Note()
    {
        if (_world.Current.IsNone) return;
        int index = IndexOf(_world.Current);
        _hasRun[index] = true;
        _steps[index]++;
    }

    private void Judge()
    {
        for (int index = 0; index < KernelState.ContextsMax; index++)
        {
            ref ExecutionContext context = ref _world.State.Contexts[index];
            bool isExpected = _expectedKeys[index] != 0 && !_hasRun[index]
                && context.Key == _expectedKeys[index] && context.State == ContextState.Ready;
            if (isExpected)
            {
                throw new InvariantException("a context that could run never ran");
            }
        }
    }

    // Idle: goes on when the next timer expires; false when there is none.
    private bool Wait(ref SimulationEvent value)
    {
        ulong now = _world.Machine.Clock.Ticks;
        bool isResting = OnlyWindowsPass(ref _world.State);
        ulong deadline = NextTimer(isResting);
        ulong longest = isResting ? LongestSleepInWindows : LongestSleep;
        ulong ticks = deadline > now ? deadline - now : 0;
        if (deadline == ulong.MaxValue || ticks > longest) return false;
        value = new SimulationEvent(EventKind.Elapse, 0, ticks);
        return true;
    }

    private void Act(ref SimulationEvent value)
    {
        ref ExecutionContext context = ref _world.Current.In(ref _world.State);
        if (context.IsVcpu) ActAsGuest(ref context, ref value);
        else if (context.IsServer != 0) ActAsServer(ref context, ref value);
        else ActAsThread(ref context, ref value);
    }

    private void ActAsGuest(ref ExecutionContext context, ref SimulationEvent value)
    {
        if (_steps[IndexOf(context.Self)] > PatienceMax)
        {
            value = new SimulationEvent(EventKind.GuestHypercall, 0);
            return;
        }
        ref VirtualCpu vcpu = ref context.Vcpu.In(ref _world.State);
        EventKind kind = EventKind.GuestHalt;
        for (int index = 0; index < InterruptSlots.Count; index++)
        {
            InterruptSlot slot = InterruptSlots.Get(in vcpu, index);
            if (slot.IsActive && kind == EventKind.GuestHalt) kind = EventKind.GuestEnd;
            if (slot.IsPending && !slot.IsActive) kind = EventKind.GuestTake;
        }
        value = new SimulationEvent(kind, 0);
    }

    // A guest that never rests is turned off by its monitor, a thread ended by its handler.
    private void ActAsServer(ref ExecutionContext context, ref SimulationEvent value)
    {
        ulong action = 0;
        if (!context.Caller.IsNone
            && !context.Caller.In(ref _world.State).CallsPortal
            && _steps[IndexOf(context.Caller)] > PatienceMax)
        {
            action = (ulong)ExitAction.Off;
        }
        value = SimulationEvent.Call(Hypercall.Reply, 0, 0, action);
    }

    // Sleeps for ever; a thread without a semaphore ends itself.
    private void ActAsThread(ref ExecutionContext context, ref SimulationEvent value)
    {
        ref KernelState state = ref _world.State;
        uint selector = FindSemaphore(ref context);
        if (selector != 0)
        {
            value = SimulationEvent.Call(Hypercall.SemaphoreDown, selector, ulong.MaxValue, 1);
            return;
        }
        bool isManagers = context.Domain == state.System.RootDomain;
        bool isPatient = _steps[IndexOf(context.Self)] is <= PatienceMax or > 2 * PatienceMax;
        if (!isManagers && isPatient)
        {
            value = new SimulationEvent(EventKind.Fault, 0, (ulong)FaultKind.Breakpoint);
            return;
        }
        uint empty = ObjectChoice.Empty(ref state, context.Slots, 1);
        value = SimulationEvent.Call(Hypercall.CreateSemaphore, empty, 0);
        if (empty == 0 || _steps[IndexOf(context.Self)] % 2 == 0)
        {
            uint victim = (uint)(_steps[IndexOf(context.Self)] * 7) % Limits.SelectorsMax;
            value = SimulationEvent.Call(Hypercall.Revoke, victim, 1);
        }
    }

    private uint FindSemaphore(ref ExecutionContext context)
    {
        for (uint selector = 1; selector < Limits.SelectorsMax; selector++)
        {
            ref Capability slot = ref context.Slots.At(selector).In(ref _world.State);
            bool isOwn = (slot.Rights & Rights.SemaphoreDown) != 0
                && slot.Object.Reinterpret<Semaphore>().In(ref _world.State).Cpu == context.Cpu;
            if (isOwn) return selector;
        }
        return 0;
    }

    private int IndexOf(Link<ExecutionContext> link)
    {
        ref KernelState state = ref _world.State;
        uint first = Link<ExecutionContext>.To(ref state, ref state.Contexts[0]).Offset;
        uint second = Link<ExecutionContext>.To(ref state, ref state.Contexts[1]).Offset;
        return (int)((link.Offset - first) / (second - first));
    }
}
