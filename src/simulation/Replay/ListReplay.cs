// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Events;

namespace Bulkhead.Simulation.Replay;

/// <summary>Makes a trace of the events of a simulation, as far as the target can follow them, and
/// counts what became of each.</summary>
public sealed class ListReplay : IDisposable
{
    private const string NothingDue = "no timer is due";
    private const string TraceFull = "the trace is full";
    private const string NothingRunsAgain = "nothing runs again before the list ends";

    // An event with the maps that go before it.
    private const int StepsMax = 3;

    private readonly SimulationList _list;
    private readonly ListClock _clock;
    private readonly ListTranslation _translation;
    private readonly TraceBuilder _builder;
    private readonly Fate[] _fates;
    private readonly int[] _counts;
    private int _index;

    private ListReplay(BootTables tables, FollowerPlace follower, SimulationList list)
    {
        _list = list;
        _clock = new ListClock(list.Events, list.Shape.StartTicks);
        _translation = new ListTranslation(new CallTranslation(follower, _clock));
        _builder = new TraceBuilder(ShapedTables.Of(tables, list.Shape), follower, list.Seed);
        _fates = new Fate[list.Events.Count];
        _counts = new int[list.Events.Count];
    }

    /// <summary>What became of the list's events.</summary>
    public FollowTally Tally { get; } = new();

    /// <summary>The trace.</summary>
    public ReplayTrace Trace { get; private set; } = null!;

    /// <summary>Makes the trace of a list.</summary>
    /// <param name="tables">What the follower's system boots; memory and interrupts become the
    /// list's.</param>
    /// <param name="follower">Where the follower's code is.</param>
    /// <param name="list">The list.</param>
    /// <returns>The trace and what it holds.</returns>
    public static ListReplay Make(BootTables tables, FollowerPlace follower, SimulationList list)
    {
        using ListReplay replay = new(tables, follower, list);
        replay.Run();
        return replay;
    }

    /// <inheritdoc/>
    public void Dispose() => _builder.Dispose();

    private void Run()
    {
        for (_index = 0; _index < _fates.Length; _index++)
        {
            bool hasRoom = _builder.Count + StepsMax < ReplayLayout.EventsMax;
            _fates[_index] = hasRoom ? Follow(_list.Events[_index]) : Fate.LeftOut(TraceFull);
            _counts[_index] = _builder.Count;
        }
        _builder.EndRunning();
        for (int index = 0; index < _fates.Length; index++) Count(index);
        Trace = EpochNumbering.Renumber(_builder.ToTrace());
    }

    // What was followed while nothing ran any more has been taken back.
    private void Count(int index)
    {
        bool isKept = _fates[index].Kind != FateKind.Followed || _counts[index] <= _builder.Count;
        Tally.Add(
            _list.Events[index].Kind,
            isKept ? _fates[index] : Fate.LeftOut(NothingRunsAgain));
    }

    private Fate Follow(in SimulationEvent value)
    {
        if (value.Kind == EventKind.Elapse) return Elapse();
        Fate fate = _translation.Translate(
            _builder.World, _index, in value, out SimulationEvent translated);
        if (fate.Kind != FateKind.Followed) return fate;
        if (translated.Kind == EventKind.Hypercall) PrepareDomain(in translated);
        fate = _builder.Add(in translated, CanWake);
        bool hasSucceeded = fate.Kind == FateKind.Followed
            && translated.Kind == EventKind.Hypercall && _builder.World.Outcome[0] == 0;
        if (hasSucceeded) Tally.AddSuccess();
        return fate;
    }

    // Every timer that the list's time passes goes off, those first that an event before could not
    // wait for.
    private Fate Elapse()
    {
        if (!IsDue()) return Fate.Nothing(NothingDue);
        Fate first = ElapseOnce();
        Fate fate = first;
        while (fate.Kind == FateKind.Followed && IsDue()
            && _builder.Count + 1 < ReplayLayout.EventsMax)
        {
            fate = ElapseOnce();
        }
        return first;
    }

    private bool IsDue() =>
        _builder.World.Machine.Clock.DeadlineTicks <= ReplayTime.BeginOf(_index);

    private Fate ElapseOnce()
    {
        SimulatedClock clock = _builder.World.Machine.Clock;
        return _builder.Add(
            new SimulationEvent(EventKind.Elapse, 0, clock.DeadlineTicks - clock.Ticks), CanWake);
    }

    private bool CanWake() => _clock.Reaches(_builder.World.Machine.Clock.DeadlineTicks, _index);

    // Before a domain's first thread or virtual CPU the root maps what it needs to follow.
    private void PrepareDomain(in SimulationEvent value)
    {
        bool isVcpu = value.Detail == (uint)Hypercall.CreateVcpu;
        if (!isVcpu && value.Detail != (uint)Hypercall.CreateThread) return;
        ReplayWorld world = _builder.World;
        ref ExecutionContext thread = ref world.Current.In(ref world.State);
        Link<Capability> slot = thread.Slots.At(value.Words[1]);
        bool isRoot = thread.Domain == world.State.System.RootDomain;
        if (!isRoot || slot.IsNone) return;
        ref Capability domain = ref slot.In(ref world.State);
        if (domain.Kind != ObjectKind.ProtectionDomain) return;
        TranslationRoot root = new(
            domain.Object.Reinterpret<ProtectionDomain>().In(ref world.State).TranslationRoot);
        foreach (SimulationEvent map in FollowerMaps.For(world, value.Words[1], isVcpu))
        {
            bool isThere = _builder.World.Machine.Walker.TranslateUncached(root, map.Words[3])
                is not null;
            if (!isThere && _builder.TryAdd(in map)) Tally.AddInserted();
        }
    }
}
