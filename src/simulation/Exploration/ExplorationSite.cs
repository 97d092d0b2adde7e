// SPDX-License-Identifier: MIT
using System.Runtime.InteropServices;
using Bulkhead.Asp.Simulated.Snapshots;
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Invariants;
using Bulkhead.Simulation.Running;
using Bulkhead.Simulation.Systems;

namespace Bulkhead.Simulation.Exploration;

/// <summary>A world in which an explorer goes from state to state of one configuration.</summary>
internal sealed class ExplorationSite : IDisposable
{
    private static readonly uint[] s_interrupts =
    [
        PrivateInterrupts.Maintenance, PrivateInterrupts.Timer, PrivateInterrupts.VirtualTimer,
        .. BootImage.InterruptIds,
    ];

    private readonly ExplorationConfiguration _configuration;
    private readonly Footprint _footprint;
    private readonly CanonicalForm _form;
    private readonly InvariantChecker _checker;
    private readonly StateHash _rest;
    private readonly ulong[] _first;
    private ulong _version;

    /// <summary>Boots and sets up a configuration.</summary>
    /// <exception cref="ExplorationException">An event of the setup is refused, or the rows of the
    /// configuration do not cover what it touches.</exception>
    internal ExplorationSite(ExplorationConfiguration configuration)
    {
        _configuration = configuration;
        World = new World();
        Span<ulong> state = StateWords;
        ulong[] booted = state.ToArray();
        for (int index = 0; index < configuration.Setup.Count; index++) SetUp(index);
        _first = state.ToArray();
        _footprint = new Footprint(ref World.State, configuration.Size);
        _form = new CanonicalForm(configuration.Size, s_interrupts);
        _rest = _footprint.HashRest(state);
        int outside = _footprint.FindOutside(state, booted);
        if (outside >= 0) throw Outside(outside);
        // It looks at each state by itself: the explorer does not go from one to the next.
        _checker = new InvariantChecker(World.Machine);
        WordCount = _footprint.WordCount + HardwareWords.CountMax;
    }

    /// <summary>The world.</summary>
    internal World World { get; }

    /// <summary>What a test does after each event, to break something.</summary>
    internal Action<World, SimulationEvent>? Afterwards { get; init; }

    /// <summary>Words of a saved state.</summary>
    internal int WordCount { get; }

    /// <summary>Whether what follows from the state is explored, too.</summary>
    internal bool IsExpanded => World.Machine.Power == PowerState.Running
        && _configuration.IsExpanded?.Invoke(World) != false;

    private Span<ulong> StateWords => MemoryMarshal.Cast<byte, ulong>(World.Machine.StateBytes);

    /// <inheritdoc/>
    public void Dispose() => World.Dispose();

    /// <summary>Keeps the state.</summary>
    internal void Save(Span<ulong> words)
    {
        _footprint.Gather(StateWords, words);
        Span<ulong> hardware = words[_footprint.WordCount..];
        int count = HardwareWords.Save(World.Machine, World.Processor, s_interrupts, hardware);
        hardware[count..].Clear();
    }

    /// <summary>Goes to a state.</summary>
    internal void Load(ReadOnlySpan<ulong> words)
    {
        _version = ulong.MaxValue;
        Return(words);
    }

    /// <summary>Goes back to the state that was loaded last.</summary>
    internal void Return(ReadOnlySpan<ulong> words)
    {
        _footprint.Scatter(words, StateWords);
        HardwareWords.Load(
            World.Machine, World.Processor, s_interrupts, words[_footprint.WordCount..]);
        if (World.Machine.Tables.Version == _version) return;
        World.Machine.Tables.Adopt();
        _version = World.Machine.Tables.Version;
    }

    /// <summary>Applies an action.</summary>
    /// <returns>False when it does not fit what runs, and nothing happened.</returns>
    internal bool Apply(in ExplorationAction action)
    {
        if (!Fits(in action)) return false;
        SimulationEvent value = action.At(World.Machine.Clock.Ticks);
        if (!World.Apply(in value)) return false;
        Afterwards?.Invoke(World, value);
        return true;
    }

    /// <summary>Whether the kernel looks at its next entry who shall run, whatever the entry is
    /// for.</summary>
    internal bool MustDispatch => World.State.Cpus[0].MustDispatch != 0;

    /// <summary>Whether the action that was applied last was a hypercall that was refused, so that
    /// nothing may have changed.</summary>
    /// <param name="action">The action.</param>
    /// <param name="caller">What ran before.</param>
    internal bool IsRefused(in ExplorationAction action, Link<ExecutionContext> caller)
    {
        if (action.Event.Kind != EventKind.Hypercall || World.Current != caller) return false;
        // Of these the caller has the result only when somebody answers.
        if ((Hypercall)action.Event.Detail is Hypercall.Call
            or Hypercall.CallUntil or Hypercall.Reply) return false;
        ResultCode result = new(caller.In(ref World.State).Frame[0]);
        return result.Status >= Status.BadHypercall;
    }

    /// <summary>The state's canonical form.</summary>
    internal StateHash Canonical() => _form.Compute(World);

    /// <summary>The canonical form without cached translations, of which any may go at any
    /// time.</summary>
    internal StateHash CanonicalUncached()
    {
        bool hasTranslations = _form.HasTranslations;
        _form.HasTranslations = false;
        StateHash form = _form.Compute(World);
        _form.HasTranslations = hasTranslations;
        return form;
    }

    /// <summary>The words that make the state's canonical form.</summary>
    internal List<ulong> Explain()
    {
        List<ulong> words = [];
        _form.Trace = words;
        _form.Compute(World);
        _form.Trace = null;
        return words;
    }

    /// <summary>Checks every invariant.</summary>
    /// <exception cref="InvariantException">One does not hold.</exception>
    internal void Check()
    {
        _checker.Check(World.Current, CheckDepth.Full);
        if (World.Machine.Tables.FindUnfinished() is { } what) throw new InvariantException(what);
    }

    /// <summary>Checks that nothing outside the footprint has changed.</summary>
    /// <exception cref="ExplorationException">Something has.</exception>
    internal void CheckOutside()
    {
        if (_footprint.HashRest(StateWords) == _rest) return;
        throw Outside(_footprint.FindOutside(StateWords, _first));
    }

    private bool Fits(in ExplorationAction action)
    {
        if (action.Event.Kind is not (EventKind.Hypercall or EventKind.Fault)) return true;
        if (World.Current.IsNone) return false;
        ref ExecutionContext thread = ref World.Current.In(ref World.State);
        return !thread.IsVcpu && ((action.Threads >> (int)(thread.Tag & 63)) & 1) != 0;
    }

    private void SetUp(int index)
    {
        SimulationEvent value = _configuration.Setup[index];
        Link<ExecutionContext> actor = World.Current;
        bool happened = World.Apply(in value);
        bool isRefused = value.Kind == EventKind.Hypercall && World.Current == actor
            && actor.In(ref World.State).Frame[0] != 0;
        if (happened && !isRefused) return;
        ResultCode result = happened ? new(actor.In(ref World.State).Frame[0]) : default;
        throw new ExplorationException(
            $"{_configuration.Name}: event {index} of the setup, '{value}', gives {result.Reason}");
    }

    private ExplorationException Outside(int offset) => new(
        $"{_configuration.Name}: the state at {offset:x} changed, which its rows do not cover ("
        + $"{KernelPlace.Describe(ref World.State, offset)})");
}
