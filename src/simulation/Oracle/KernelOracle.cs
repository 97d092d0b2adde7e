// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Events;
using Bulkhead.Simulation.Running;
using Bulkhead.Specification;

namespace Bulkhead.Simulation.Oracle;

/// <summary>
/// Runs the executable specification beside the shipped kernel and compares them after every
/// event: which registers were given to whom, what runs next, and at greater depth everything
/// that either knows.
/// </summary>
public sealed class KernelOracle
{
    private readonly World _world;
    private readonly Naming _names = new();
    private readonly EventTranslation _translation;
    private readonly Comparison _comparison;
    private readonly SpecificationStep _step;
    private SimulationEvent _resolved;
    private SpecificationEvent? _happening;
    private SpecificationEvent? _inside;
    private int _leftCount;

    /// <summary>Attaches to a world that has just booted.</summary>
    /// <param name="world">The world.</param>
    /// <param name="depth">How much to compare after each event.</param>
    /// <param name="step">The specification; null: <see cref="SystemModel.Step"/>.</param>
    /// <exception cref="DisagreementException">The world is not freshly booted.</exception>
    public KernelOracle(World world, OracleDepth depth, SpecificationStep? step = null)
    {
        _world = world;
        // For how long the kernel puts off what is due is not specified.
        world.Machine.Clock.PauseTicks = 0;
        _step = step ?? SystemModel.Step;
        Depth = depth;
        State = Attachment.Make(world.Machine, _names);
        _translation = new EventTranslation(world, _names);
        _comparison = new Comparison(world, _names);
        _comparison.Everything(State);
    }

    /// <summary>How much is compared after each event.</summary>
    public OracleDepth Depth { get; set; }

    /// <summary>What the specification says the kernel's state is.</summary>
    public SpecificationState State { get; private set; }

    /// <summary>Whether it still compares: until the machine is off, or something happens that
    /// the specification has no words for.</summary>
    public bool IsFollowing { get; private set; } = true;

    /// <summary>Events compared.</summary>
    public long Count { get; private set; }

    /// <summary>Applies an event to the world and compares.</summary>
    /// <param name="value">The event.</param>
    /// <returns>False when it did not fit what runs, and nothing happened.</returns>
    /// <exception cref="DisagreementException">Kernel and specification disagree.</exception>
    public bool Apply(in SimulationEvent value)
    {
        Before(in value);
        bool isApplied = _world.Apply(in value);
        After(in value, isApplied);
        return isApplied;
    }

    /// <summary>To be called before the world is given an event.</summary>
    /// <param name="value">The event.</param>
    public void Before(in SimulationEvent value)
    {
        // How late a signal is has no words in the specification.
        IsFollowing &= value.Kind is not (EventKind.DelayTimer or EventKind.RepeatInterrupt
            or EventKind.HoldInterrupt or EventKind.ReleaseInterrupts);
        if (!IsFollowing) return;
        _resolved = _world.Resolve(in value);
        _happening = _translation.Translate(in _resolved, State);
        _leftCount = _world.Machine.PreemptionCount;
        if (value.Kind == EventKind.RaiseInside) _inside = _translation.Inside(in value, State);
    }

    /// <summary>To be called after the world was given an event: compares.</summary>
    /// <param name="value">The event.</param>
    /// <param name="isApplied">What the world said about it.</param>
    /// <exception cref="DisagreementException">Kernel and specification disagree.</exception>
    public void After(in SimulationEvent value, bool isApplied)
    {
        if (!IsFollowing) return;
        if (!isApplied)
        {
            if (value.Kind == EventKind.GuestTake) _comparison.NothingToTake(State);
            return;
        }
        if (_happening is null) return;
        Count++;
        if (!FollowInterruption()) return;
        Transition transition = Step(_happening, _resolved.Kind);
        if (transition.State.Power != MachinePower.On)
        {
            IsFollowing = false;
            return;
        }
        _names.Follow(ref _world.State, State, transition.State);
        State = _comparison.Adopt(State, transition);
        _comparison.Results(in value, transition with { State = State });
        if (Depth >= OracleDepth.Scheduling) _comparison.Scheduling(State);
        if (Depth >= OracleDepth.Everything) _comparison.Everything(State);
    }

    // A hypercall that was left for an interrupt and went on in the same event is as if the
    // interrupt had come first. One that is still unfinished has no words in the specification.
    private bool FollowInterruption()
    {
        SimulatedMachine machine = _world.Machine;
        bool hasArrived = _inside is not null && machine.AtPreemption is null;
        bool wasLeft = machine.PreemptionCount != _leftCount;
        IsFollowing &= !machine.HasUnfinishedCalls;
        if (!IsFollowing) return false;
        if (hasArrived) State = _step(State, _inside!, wasLeft).State;
        else if (wasLeft) State = _step(State, new SpuriouslyInterrupted(), true).State;
        if (hasArrived) _inside = null;
        return true;
    }

    // After these the world does not let the processor hear of interrupts.
    private static bool IsDeaf(EventKind kind) =>
        kind is EventKind.RaiseLate or EventKind.SkipTime or EventKind.SystemError
            or EventKind.SpuriousInterrupt or EventKind.ChangeMessage or EventKind.WriteMessage;

    private Transition Step(SpecificationEvent happening, EventKind kind)
    {
        try
        {
            return _step(State, happening, !IsDeaf(kind));
        }
        catch (EventNotPossibleException exception)
        {
            throw new DisagreementException($"{happening}: {exception.Message}");
        }
    }
}
