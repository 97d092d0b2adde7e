// SPDX-License-Identifier: MIT
using System.Numerics;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Simulation.Coverage;

/// <summary>
/// Looks at a world before and after each event and counts what it meets: the event's own effect,
/// and a few rows of the tables in turn.
/// </summary>
internal sealed class CoverageObserver(CoverageMarks marks)
{
    private readonly Hypercall[] _waitingCalls = new Hypercall[KernelState.ContextsMax];
    private readonly ulong[] _keys = new ulong[KernelState.ContextsMax];
    private readonly ContextState[] _states = new ContextState[KernelState.ContextsMax];
    private Link<ExecutionContext> _actor;
    private ulong _actorKey;
    private ulong _counterBefore;
    private ulong _ticksBefore;
    private ulong _waiting;
    private uint _contextBase;
    private uint _contextBytes;
    private int _restartCount;
    private int _fastCount;
    private int _turn;
    private bool _wasRaised;

    /// <summary>A fresh world begins.</summary>
    internal void Begin(World world)
    {
        ref KernelState state = ref world.State;
        _contextBase = Link<ExecutionContext>.To(ref state, ref state.Contexts[0]).Offset;
        _contextBytes =
            Link<ExecutionContext>.To(ref state, ref state.Contexts[1]).Offset - _contextBase;
        _waiting = 0;
        _turn = 0;
        _restartCount = _fastCount = 0;
        Array.Clear(_keys);
        Array.Clear(_states);
        _domainsBefore = 0;
    }

    internal void Before(World world, in SimulationEvent value)
    {
        _actor = world.Current;
        _ticksBefore = world.Machine.Clock.Ticks;
        if (value.Kind is EventKind.Raise or EventKind.RaiseLate)
        {
            _wasRaised = value.Detail < 1020 && world.Machine.Interrupts[value.Detail].IsRaised;
        }
        if (_actor.IsNone) return;
        ref ExecutionContext context = ref _actor.In(ref world.State);
        _actorKey = context.Key;
        _counterBefore = context.Frame[RegisterFrame.ProgramCounter];
    }

    internal void After(World world, in SimulationEvent value, bool wasApplied)
    {
        if (wasApplied) CountEvent(world, in value);
        if (world.Current.IsNone) marks.Count(Mark.Idle);
        CountProcessor(world);
        CountWaiting(world);
        _turn++;
        LookAtContext(world, _turn % KernelState.ContextsMax);
        LookAtScheduling(world, _turn % KernelState.SchedulingContextsMax);
        if ((_turn & 7) == 4) LookAtWindow(world);
        if ((_turn & 15) == 0) LookAtVcpu(world, (_turn >> 4) % KernelState.VcpusMax);
        if ((_turn & 7) == 0) LookAtDomain(world, (_turn >> 3) % Limits.DomainsMax);
    }

    private void CountEvent(World world, in SimulationEvent value)
    {
        marks.Count(value.Kind);
        switch (value.Kind)
        {
            case EventKind.Hypercall or EventKind.TimedHypercall:
                CountHypercall(world, (Hypercall)value.Detail);
                break;
            case EventKind.GuestAccess: marks.Count(ExitKind.Mmio); break;
            case EventKind.GuestHypercall: marks.Count(ExitKind.Hypercall); break;
            case EventKind.GuestExit: marks.Count((ExitKind)value.Detail); break;
            case EventKind.Raise or EventKind.RaiseLate:
                if (_wasRaised) marks.Count(Mark.DuplicateInterrupt);
                break;
            case EventKind.SystemError:
                bool isGuest = _actor.In(ref world.State).IsVcpu;
                marks.Count(isGuest ? Mark.SystemErrorInGuest : Mark.SystemErrorInThread);
                break;
            default: break;
        }
    }

    private void CountHypercall(World world, Hypercall number)
    {
        ref ExecutionContext context = ref _actor.In(ref world.State);
        if (context.Key != _actorKey) return;
        bool isBehind = context.Frame[RegisterFrame.ProgramCounter] == _counterBefore + 4;
        if (number == Hypercall.Reply && (context.State == ContextState.Idle || !isBehind))
        {
            marks.Count(number, ResultCode.Success);
        }
        else if (context.State == ContextState.Ready && isBehind)
        {
            marks.Count(number, new ResultCode(context.Frame[0]));
            if (number == Hypercall.Map) CountMapped(ref world.State, ref context);
            if (number == Hypercall.SwitchSchedule) CountSwitch(ref context);
        }
        else if (context.State is ContextState.Calling or ContextState.Helping
            or ContextState.Waiting)
        {
            int index = (int)((_actor.Offset - _contextBase) / _contextBytes);
            _waiting |= 1ul << index;
            _waitingCalls[index] = number;
            _keys[index] = context.Key;
        }
    }

    private void CountMapped(ref KernelState state, ref ExecutionContext context)
    {
        if (!new ResultCode(context.Frame[0]).IsSuccess) return;
        ref Capability source = ref context.Slots.At(context.Frame[1]).In(ref state);
        if (source.Kind != ObjectKind.MemorySegment) return;
        ref MemorySegment segment = ref source.Object.Reinterpret<MemorySegment>().In(ref state);
        if (segment.Attributes == MemoryAccess.Device) marks.Count(Mark.DeviceMapped);
    }

    private void CountSwitch(ref ExecutionContext context)
    {
        if (context.Frame[1] >> 32 == 0) return;
        ResultCode result = new(context.Frame[0]);
        if (result.IsSuccess) marks.Count(Mark.SwitchAsSeen);
        if (result.Reason == Reason.ScheduleInUse) marks.Count(Mark.SwitchNotAsSeen);
    }

    private void CountProcessor(World world)
    {
        int restartCount = world.RestartCount;
        int fastCount = world.FastCount;
        if (restartCount != _restartCount) marks.Count(Mark.Restart);
        if (fastCount != _fastCount) marks.Count(Mark.ShortWay);
        _restartCount = restartCount;
        _fastCount = fastCount;
        ulong passed = _ticksBefore ^ world.Machine.Clock.Ticks;
        if (passed >> 32 == 0) return;
        marks.Count(passed >> 62 == 0 ? Mark.CounterBeyond32Bits : Mark.CounterBeyond62Bits);
    }

    // Contexts that waited in a hypercall, until each has its result or is gone.
    private void CountWaiting(World world)
    {
        for (ulong left = _waiting; left != 0; left &= left - 1)
        {
            int index = BitOperations.TrailingZeroCount(left);
            ref ExecutionContext context = ref world.State.Contexts[index];
            bool isGone = context.Key != _keys[index];
            bool waits = context.State is ContextState.Calling or ContextState.Helping
                or ContextState.Waiting;
            if (!isGone && waits) continue;
            _waiting &= ~(1ul << index);
            if (isGone) marks.Count(Mark.WaitingContextDestroyed);
            else if (context.State == ContextState.Ready) CountResult(ref context, index);
        }
    }

    private void CountResult(ref ExecutionContext context, int index)
    {
        ResultCode result = new(context.Frame[0]);
        marks.Count(_waitingCalls[index], result);
        if (result.Status == Status.Aborted) marks.Count(Mark.WaitAborted);
        if (result.Status == Status.Timeout) marks.Count(Mark.WaitTimedOut);
    }

    private void LookAtContext(World world, int index)
    {
        ref KernelState state = ref world.State;
        ref ExecutionContext context = ref state.Contexts[index];
        bool isGone = _states[index] == ContextState.Ready
            && context.Header.Kind == ObjectKind.None;
        if (isGone) marks.Count(Mark.ReadyContextDestroyed);
        _states[index] = context.Header.Kind == ObjectKind.None ? ContextState.Off : context.State;
        if (context.Header.Kind == ObjectKind.None) return;
        marks.Count(context.State);
        marks.Count(context.CallKind);
        if (context.HelperCount > 1) marks.Count(Mark.SeveralHelpers);
        bool isAlone = context.IsServer != 0 && context.State == ContextState.Ready
            && context.Caller.IsNone;
        if (isAlone) marks.Count(Mark.ServerWithoutCaller);
        if (context.SentWords != 0) LookAtMessage(ref state, ref context);
        int depth = 0;
        for (Link<ExecutionContext> at = context.Self; !at.IsNone && depth < 5; depth++)
        {
            at = at.In(ref state).Partner;
        }
        if (depth > 3) marks.Count(Mark.LongChain);
    }

    private void LookAtMessage(ref KernelState state, ref ExecutionContext sender)
    {
        marks.Count(Mark.MessageInPieces);
        bool isTaken = sender.SentTo.In(ref state).AcceptKey != sender.SenderKey;
        if (isTaken) marks.Count(Mark.MessagePageTaken);
        bool isReplyLeft = sender.IsServer != 0 && sender.State == ContextState.Ready
            && sender.Caller.IsNone;
        if (isReplyLeft) marks.Count(Mark.ReplyLeft);
    }

    private void LookAtScheduling(World world, int index)
    {
        ref SchedulingContext entry = ref world.State.SchedulingContexts[index];
        if (entry.Header.Kind == ObjectKind.None) return;
        marks.Count(entry.State);
        bool isCut = entry.State == SchedulingState.Queued
            && ((entry.Home.In(ref world.State).Cpu.In(ref world.State).Eligible
                >> entry.TimePartition) & 1) == 0
            && entry.Home.In(ref world.State).State == ContextState.Calling;
        if (isCut) marks.Count(Mark.WindowEndedInServer);
        if (entry.OverrunCount != 0 && !entry.Overrun.IsNone) marks.Count(Mark.OverrunTold);
    }

    private void LookAtWindow(World world)
    {
        ref KernelState state = ref world.State;
        ref Cpu cpu = ref state.Cpus[world.Cpu];
        if (cpu.Schedule != state.NextSchedule) marks.Count(Mark.SwitchPending);
        if (cpu.Windowed.IsNone) return;
        marks.Count(Mark.Windowed);
        if ((cpu.Eligible & 1) == 0) marks.Count(Mark.ExclusiveWindow);
        bool isContended =
            !cpu.Windowed.In(ref state).First.IsNone && !cpu.Queue.First.IsNone;
        if (isContended) marks.Count(Mark.WindowContended);
    }

    private void LookAtVcpu(World world, int index)
    {
        ref VirtualCpu vcpu = ref world.State.Vcpus[index];
        if (vcpu.Context.IsNone) return;
        ref ExecutionContext context = ref vcpu.Context.In(ref world.State);
        if (InterruptSlots.FindFree(in vcpu) < 0) marks.Count(Mark.FullSlots);
        if (vcpu.Interrupts.HasCandidate) marks.Count(Mark.InterruptsInSoftware);
        if (vcpu.IsOff != 0) marks.Count(Mark.VcpuOff);
        if (vcpu.Timer.IsArmed) marks.Count(Mark.DisplacedGuestTimer);
        if (context.ReportPending == 0) return;
        marks.Count(vcpu.StartupPending != 0 ? ExitKind.Startup : ExitKind.Recall);
        if (vcpu.StartupPending == 0) marks.Count(Mark.VcpuRecalled);
        bool isInExit =
            context.State == ContextState.Calling && context.CallKind == CallKind.Exit;
        if (isInExit) marks.Count(Mark.VcpuRecalledInExit);
    }

    private uint _domainsBefore;

    private void LookAtDomain(World world, int index)
    {
        bool isLive = world.State.Domains[index].Header.Kind != ObjectKind.None;
        uint bit = 1u << index;
        if (!isLive && (_domainsBefore & bit) != 0) marks.Count(Mark.DomainDestroyed);
        _domainsBefore = isLive ? _domainsBefore | bit : _domainsBefore & ~bit;
    }
}
