// SPDX-License-Identifier: MIT
using Bulkhead.Reference;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Workloads;

/// <summary>Plays workloads to a kernel and the naive scheduler.</summary>
internal sealed class WorkloadPlayer
{
    private const int InvariantsEvery = 64;

    private InvariantChecker? _checker;
    private SchedulerFollower? _follower;

    /// <summary>Whether the invariants are looked at, too, now and then.</summary>
    internal bool ChecksInvariants { get; init; } = true;

    /// <summary>Makes the naive scheduler wrong: other terms than the kernel got.</summary>
    internal Func<ShareTerms, ShareTerms>? Distortion { get; init; }

    /// <summary>Comparisons of everything, in the last run.</summary>
    internal long ComparisonCount => _follower?.ComparisonCount ?? 0;

    /// <summary>Draws and plays the workload of a seed.</summary>
    /// <param name="generator">Draws.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="events">Where the events go; as many as there is room for.</param>
    /// <param name="count">Events that were played without a failure.</param>
    /// <param name="hash">What happened, as a number.</param>
    /// <returns>What failed; null: nothing.</returns>
    internal Failure? Run(
        WorkloadGenerator generator, ulong seed, SimulationEvent[] events, out int count,
        out ulong hash)
    {
        SystemShape shape = generator.Begin(seed);
        TraceHash trace = default;
        count = 0;
        hash = 0;
        using World world = shape.Boot();
        try
        {
            SchedulerFollower follower = Begin(world);
            while (count < events.Length && generator.Next(follower, out events[count]))
            {
                Step(in events[count], count);
                trace.Add(world);
                count++;
            }
            trace.AddState(world);
            hash = trace.Value;
        }
        catch (Exception exception)
        {
            return Failure.Of(
                shape, events[..Math.Min(count + 1, events.Length)], SimulationMode.Scheduler,
                exception) with { Seed = seed };
        }
        return null;
    }

    /// <summary>Plays events.</summary>
    /// <param name="shape">What to boot.</param>
    /// <param name="events">The events.</param>
    /// <returns>The first failure, with the events up to it; null: there was none.</returns>
    internal Failure? Play(SystemShape shape, IReadOnlyList<SimulationEvent> events)
    {
        using World world = shape.Boot();
        int done = 0;
        try
        {
            Begin(world);
            for (; done < events.Count; done++) Step(events[done], done);
        }
        catch (Exception exception)
        {
            int count = Math.Min(done + 1, events.Count);
            return Failure.Of(
                shape, [.. events.Take(count)], SimulationMode.Scheduler, exception);
        }
        return null;
    }

    private SchedulerFollower Begin(World world)
    {
        _checker = new InvariantChecker(world) { FullEvery = 0 };
        _follower = new SchedulerFollower(world, Distortion);
        return _follower;
    }

    private void Step(in SimulationEvent value, int number)
    {
        _follower!.Step(in value);
        if (!ChecksInvariants || number % InvariantsEvery != 0) return;
        _checker!.Check(_follower.World.Current, CheckDepth.Full);
    }
}
