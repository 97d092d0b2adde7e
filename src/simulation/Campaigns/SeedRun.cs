// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Coverage;
using Bulkhead.Simulation.Programs;
using Bulkhead.Simulation.Workloads;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>Runs seeds one after the other, on one thread. Its arrays serve all of them: the loop
/// over the events allocates nothing.</summary>
internal sealed class SeedRun
{
    private readonly CampaignOptions _options;
    private readonly IReadOnlyList<IStepCheck> _checks;
    private readonly EventGenerator _generator = new();
    private readonly WorkloadGenerator _workloads = new();
    private readonly WorkloadPlayer _player = new();
    private readonly CoverageObserver _observer;
    private readonly SimulationEvent[] _events;
    private int _count;

    internal SeedRun(CampaignOptions options, IReadOnlyList<IStepCheck> checks)
    {
        _options = options;
        _checks = checks;
        _observer = new CoverageObserver(Marks);
        _events = new SimulationEvent[options.EventsPerSeed];
    }

    /// <summary>What all seeds of this object have met.</summary>
    internal CoverageMarks Marks { get; } = new();

    /// <summary>Events of the last seed.</summary>
    internal int EventCount => _count;

    /// <summary>They themselves.</summary>
    internal ReadOnlySpan<SimulationEvent> Events => _events.AsSpan(0, _count);

    /// <summary>The system of the last seed.</summary>
    internal SystemShape Shape { get; private set; } = new();

    /// <summary>What the last seed did, as a number.</summary>
    internal ulong Hash { get; private set; }

    /// <summary>Runs a seed.</summary>
    /// <returns>What failed; null: nothing.</returns>
    internal Failure? Run(ulong seed)
    {
        _count = 0;
        if (_options.Mode == SimulationMode.Scheduler)
        {
            Failure? failure =
                _player.Run(_workloads, seed, _events, out _count, out ulong hash);
            Hash = hash;
            return failure;
        }
        SystemShape shape = _generator.Begin(seed, _options.WantsOracle);
        Shape = shape;
        using World world = shape.Boot();
        try
        {
            Run(world);
        }
        catch (Exception exception)
        {
            SimulationEvent[] events = _events[..Math.Min(_count + 1, _events.Length)];
            return Failure.Of(shape, events, _options.Mode, exception) with
            {
                Seed = seed, WantsOracle = _options.WantsOracle,
            };
        }
        return null;
    }

    private void Run(World world)
    {
        StepRunner runner = new(world, _checks);
        runner.Begin();
        _observer.Begin(world);
        _generator.Plan(world);
        TraceHash hash = default;
        while (_count < _events.Length && !_generator.IsDead)
        {
            ref SimulationEvent value = ref _events[_count];
            if (_generator.Next(world, out value)) Marks.Count(Mark.Burst);
            _observer.Before(world, in value);
            bool wasApplied = runner.Step(in value);
            _observer.After(world, in value, wasApplied);
            hash.Add(world);
            _count++;
        }
        if (_options.Mode == SimulationMode.Liveness) new LivenessPhase(runner).Run();
        hash.AddState(world);
        Hash = hash.Value;
    }
}
