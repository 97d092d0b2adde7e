// SPDX-License-Identifier: MIT
namespace Bulkhead.Simulation.Campaigns;

/// <summary>A world, and what is checked around each of its events.</summary>
internal sealed class StepRunner
{
    private readonly IStepCheck[] _checks;

    internal StepRunner(World world, IReadOnlyList<IStepCheck> checks)
    {
        World = world;
        _checks = [.. checks];
    }

    /// <summary>The world.</summary>
    internal World World { get; }

    /// <summary>Tells the checks that the world is fresh.</summary>
    internal void Begin()
    {
        foreach (IStepCheck check in _checks) check.Begin(World);
    }

    /// <summary>Applies an event, checked.</summary>
    /// <exception cref="Exception">The kernel or a check failed.</exception>
    internal bool Step(in SimulationEvent value)
    {
        if (value.Kind != EventKind.TimedHypercall) return StepNow(in value);
        SimulationEvent resolved = World.Resolve(in value);
        return StepNow(in resolved);
    }

    private bool StepNow(in SimulationEvent value)
    {
        World.Select(value.Cpu);
        foreach (IStepCheck check in _checks) check.Before(World, in value);
        bool wasApplied = World.Apply(in value);
        foreach (IStepCheck check in _checks) check.After(World, in value, wasApplied);
        return wasApplied;
    }
}
