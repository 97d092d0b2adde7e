// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Workloads;

/// <summary>Plays a workload to a kernel and the naive scheduler.</summary>
internal static class WorkloadPlayer
{
    private const int InvariantsEvery = 64;

    /// <summary>Draws and plays the workload of a seed.</summary>
    /// <param name="generator">Draws.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="events">Where the events go; as many as there is room for.</param>
    /// <param name="count">Events that were played without a failure.</param>
    /// <param name="hash">What happened, as a number.</param>
    /// <returns>What failed; null: nothing.</returns>
    internal static Failure? Run(
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
            SchedulerFollower follower = new(world);
            InvariantChecker checker = new(world) { FullEvery = 0 };
            while (count < events.Length && generator.Next(follower, out events[count]))
            {
                Step(follower, checker, in events[count], count);
                trace.Add(world);
                count++;
            }
            trace.AddState(world);
            hash = trace.Value;
            checker.Check(world.Current, CheckDepth.Full);
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
    internal static Failure? Play(SystemShape shape, IReadOnlyList<SimulationEvent> events)
    {
        using World world = shape.Boot();
        int done = 0;
        try
        {
            SchedulerFollower follower = new(world);
            InvariantChecker checker = new(world) { FullEvery = 0 };
            for (; done < events.Count; done++) Step(follower, checker, events[done], done);
        }
        catch (Exception exception)
        {
            int count = Math.Min(done + 1, events.Count);
            return Failure.Of(
                shape, [.. events.Take(count)], SimulationMode.Scheduler, exception);
        }
        return null;
    }

    private static void Step(
        SchedulerFollower follower, InvariantChecker checker, in SimulationEvent value, int number)
    {
        follower.Step(in value);
        if (number % InvariantsEvery == 0)
        {
            checker.Check(follower.World.Current, CheckDepth.Full);
        }
    }
}
