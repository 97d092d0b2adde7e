// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Oracle;
using Bulkhead.Simulation.Workloads;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>Applies a list of events to a freshly booted world and checks after each.</summary>
public static class EventPlayer
{
    /// <summary>Plays events.</summary>
    /// <param name="shape">What to boot.</param>
    /// <param name="events">The events.</param>
    /// <param name="mode">Whether the liveness phase follows.</param>
    /// <param name="fullEvery">After how many events everything is checked.</param>
    /// <param name="wantsOracle">Whether the executable specification follows.</param>
    /// <returns>The first failure, with the events up to it; null: there was none.</returns>
    public static Failure? Play(
        SystemShape shape, IReadOnlyList<SimulationEvent> events, SimulationMode mode,
        int fullEvery = 1, bool wantsOracle = false) =>
        mode == SimulationMode.Scheduler ? new WorkloadPlayer().Play(shape, events)
            : Play(shape, events, mode, ChecksOf(fullEvery, wantsOracle));

    internal static IReadOnlyList<IStepCheck> ChecksOf(int fullEvery, bool wantsOracle) =>
        wantsOracle
            ? [new InvariantCheck(fullEvery), new OracleCheck(OracleDepth.Everything)]
            : [new InvariantCheck(fullEvery)];

    /// <summary>Plays events with other checks.</summary>
    internal static Failure? Play(
        SystemShape shape, IReadOnlyList<SimulationEvent> events, SimulationMode mode,
        IReadOnlyList<IStepCheck> checks)
    {
        using World world = shape.Boot();
        StepRunner runner = new(world, checks);
        int done = 0;
        try
        {
            runner.Begin();
            for (; done < events.Count; done++) runner.Step(events[done]);
            if (mode == SimulationMode.Liveness) new LivenessPhase(runner).Run();
        }
        catch (Exception exception)
        {
            int count = Math.Min(done + 1, events.Count);
            return Failure.Of(shape, [.. events.Take(count)], mode, exception);
        }
        return null;
    }
}
