// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;

namespace Bulkhead.Simulation.Replay;

/// <summary>
/// The simulation's side of a replay: boots what the target boots and does what the target's
/// follower does. A thread that comes back to a faulting instruction executes it again, as a
/// processor does without being told.
/// </summary>
public sealed class ReplayWorld : IDisposable
{
    private const int RepeatsMax = 64;

    private readonly World _world;
    private readonly BootTables _tables;
    private readonly FollowerPlace _follower;
    private readonly Dictionary<uint, (ulong Key, SimulationEvent Event)> _faults = [];

    /// <summary>Boots.</summary>
    /// <param name="tables">What the target boots.</param>
    /// <param name="follower">Where the follower's code is.</param>
    /// <exception cref="SimulationException">The kernel refuses to boot it.</exception>
    public ReplayWorld(BootTables tables, FollowerPlace follower)
    {
        _tables = tables;
        _follower = follower;
        _world = new World(tables.Bytes, tables.Board, tables.MemoryEnd);
    }

    /// <summary>The machine.</summary>
    public SimulatedMachine Machine => _world.Machine;

    /// <summary>The kernel's state.</summary>
    public ref KernelState State => ref _world.State;

    /// <summary>The context that runs; none: idle.</summary>
    public Link<ExecutionContext> Current => _world.Current;

    /// <summary>What was booted.</summary>
    public BootTables Tables => _tables;

    /// <summary>Where the follower's code is.</summary>
    public FollowerPlace Follower => _follower;

    /// <summary>The root's own mapping of the region: the first event of every trace.</summary>
    public SimulationEvent Setup => SimulationEvent.Call(
        Hypercall.Map, Selectors.OwnDomain, _tables.RegionSelector, 0, ReplayLayout.Region,
        ReplayLayout.RegionBytes, (ulong)FullAccess);

    /// <summary>Whether what runs can do an event and note its outcome on the target: its domain
    /// has the follower's code and region.</summary>
    public bool CanFollow
    {
        get
        {
            if (Current.IsNone) return false;
            ref ExecutionContext context = ref Current.In(ref State);
            ulong counter = context.Frame[RegisterFrame.ProgramCounter];
            bool leadsBack = context.IsVcpu ? _follower.GuestLeadsBack(counter)
                : _follower.LeadsBack(counter);
            if (!leadsBack) return false;
            TranslationRoot root = new(context.Controls.TranslationRoot);
            ulong place = context.IsVcpu ? _follower.Guest : _follower.Follow;
            Translation? code = Machine.Walker.TranslateUncached(
                root, context.IsVcpu ? FollowerPlace.GuestAddress : place);
            Translation? region = Machine.Walker.TranslateUncached(root, ReplayLayout.Region);
            ulong expected = _tables.Memory(0).HostAddress + _tables.Code.ImageOffset
                + (place - _tables.Code.Address);
            return code is { } text && text.Address == expected
                && (text.Access & MemoryAccess.Execute) != 0
                && region is { } data && data.Address == _tables.RegionAddress
                && (data.Access & Writable) == Writable;
        }
    }

    /// <summary>The registers of the thread that runs, as the follower notes them.</summary>
    public Outcome Outcome
    {
        get
        {
            Outcome outcome = default;
            if (Current.IsNone) return outcome;
            ref ExecutionContext thread = ref Current.In(ref State);
            for (int index = 0; index < Outcome.StackPointer; index++)
            {
                outcome[index] = thread.Frame[index];
            }
            outcome[Outcome.StackPointer] =
                thread.IsVcpu ? 0 : thread.Frame[RegisterFrame.StackPointer];
            return outcome;
        }
    }

    /// <summary>The canonical hash of the kernel's state.</summary>
    public ulong Hash => CanonicalState.Of(Machine.StateBytes, SimulatedMachine.StateBase, Current)
        .Hash;

    internal static MemoryAccess FullAccess =>
        MemoryAccess.Read | MemoryAccess.Write | MemoryAccess.Execute;

    private static MemoryAccess Writable => MemoryAccess.Read | MemoryAccess.Write;

    /// <summary>Applies an event.</summary>
    /// <param name="value">The event: a hypercall, a fault, a message word, time up to the kernel's
    /// timer.</param>
    /// <returns>False when it does not fit what runs, and nothing happened.</returns>
    public bool Apply(in SimulationEvent value)
    {
        if (value.Kind == EventKind.Elapse) return ApplyWait(in value);
        if (Current.IsNone) return false;
        if (Current.In(ref State).IsVcpu) return ApplyGuest(in value);
        if (value.Kind == EventKind.Fault) return ApplyFault(in value);
        ref ExecutionContext thread = ref Current.In(ref State);
        if (value.Kind == EventKind.Hypercall)
        {
            thread.Frame[RegisterFrame.ProgramCounter] =
                _follower.Calls + (value.Detail * FollowerPlace.CallBytes);
        }
        if (!_world.Apply(in value)) return false;
        Settle();
        return true;
    }

    /// <summary>Keeps the world as it is.</summary>
    internal WorldCheckpoint Save() => new(
        new MachineSnapshot(Machine), Current,
        new Dictionary<uint, (ulong Key, SimulationEvent Event)>(_faults));

    /// <summary>Makes the world what it was.</summary>
    internal void Restore(WorldCheckpoint checkpoint)
    {
        checkpoint.Machine.Restore(Machine);
        _world.Processor.Resume(checkpoint.Current);
        _faults.Clear();
        foreach ((uint context, var fault) in checkpoint.Faults) _faults.Add(context, fault);
    }

    /// <inheritdoc/>
    public void Dispose() => _world.Dispose();

    // A thread waits; a guest, which would halt, spins; while nothing runs time passes by itself.
    private bool ApplyWait(in SimulationEvent value)
    {
        if (!Current.IsNone)
        {
            ref ExecutionContext context = ref Current.In(ref State);
            if (context.IsVcpu && !CanFollow) return false;
            context.Frame[RegisterFrame.ProgramCounter] = context.IsVcpu
                ? GuestFollower.PlaceOf(in _follower, in value)
                : _follower.Wait + FollowerPlace.InstructionBytes;
        }
        _world.Apply(in value);
        Settle();
        return true;
    }

    private bool ApplyFault(in SimulationEvent value)
    {
        ref ExecutionContext thread = ref Current.In(ref State);
        FaultKind kind = (FaultKind)value.Words[0];
        if (kind == FaultKind.DataAccess
            && !ThreadFaults.IsHarmless(Machine, in thread, value.Words[1])) return false;
        // The kernel has nobody to tell of the root's faults.
        if (thread.Domain == State.System.RootDomain
            && ThreadFaults.Occurs(Machine, in thread, in value, out _, out _)) return false;
        thread.Frame[RegisterFrame.ProgramCounter] = ThreadFaults.PlaceOf(in _follower, kind);
        _faults[Current.Offset] = (thread.Key, value);
        Settle();
        return true;
    }

    private bool ApplyGuest(in SimulationEvent value)
    {
        ulong place = GuestFollower.PlaceOf(in _follower, in value);
        if (place == 0 || !CanFollow) return false;
        ref ExecutionContext context = ref Current.In(ref State);
        context.Frame[RegisterFrame.ProgramCounter] = place;
        if (value.Kind == EventKind.GuestHalt)
        {
            _world.Apply(in value);
        }
        else
        {
            GuestFollower.Load(ref context, in value);
            _faults[Current.Offset] = (context.Key, value);
        }
        Settle();
        return true;
    }

    // Lets whoever runs fault as long as its instruction does.
    private void Settle()
    {
        Machine.MakeCurrent();
        for (int count = 0; count < RepeatsMax; count++)
        {
            if (Current.IsNone || (!FetchFails() && !RepeatFault())) return;
        }
        throw new SimulationException("a fault repeats itself without end");
    }

    private bool FetchFails()
    {
        ref ExecutionContext thread = ref Current.In(ref State);
        if (thread.Domain == State.System.RootDomain
            || !ThreadFaults.CannotFetch(Machine, in thread, out ulong syndrome)) return false;
        ulong place = thread.Frame[RegisterFrame.ProgramCounter];
        if (!thread.IsVcpu)
        {
            _world.Processor.Fault(FaultKind.InstructionFetch, place, syndrome);
            return true;
        }
        if (place >> Limits.GuestAddressBits != 0) return false;
        _world.Processor.Exit(ExitKind.Fault, syndrome, place, place, place);
        return true;
    }

    private bool RepeatFault()
    {
        if (!_faults.TryGetValue(Current.Offset, out var pending)) return false;
        ref ExecutionContext context = ref Current.In(ref State);
        ulong place = context.Frame[RegisterFrame.ProgramCounter];
        bool isSame = context.Key == pending.Key;
        if (isSame && Execute(ref context, place, in pending.Event)) return true;
        _faults.Remove(Current.Offset);
        return false;
    }

    // Executes an instruction that leaves the thread or guest, if it stands before it still.
    private bool Execute(ref ExecutionContext context, ulong place, in SimulationEvent value)
    {
        if (context.IsVcpu)
        {
            return place == GuestFollower.PlaceOf(in _follower, in value)
                && GuestFollower.Execute(_world.Processor, in context, in value);
        }
        FaultKind kind = (FaultKind)value.Words[0];
        bool isFault = value.Kind == EventKind.Fault
            && place == ThreadFaults.PlaceOf(in _follower, kind)
            && ThreadFaults.Occurs(
                Machine, in context, in value, out ulong address, out ulong syndrome)
            && Fault(kind, address, syndrome);
        return isFault;
    }

    private bool Fault(FaultKind kind, ulong address, ulong syndrome)
    {
        _world.Processor.Fault(kind, address, syndrome);
        return true;
    }
}
