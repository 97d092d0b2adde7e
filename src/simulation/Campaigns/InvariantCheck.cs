// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>The invariants after each event: all of them each so many, else what the event can
/// have changed.</summary>
internal sealed class InvariantCheck(int fullEvery) : IStepCheck
{
    private InvariantChecker? _checker;
    private int _count;

    public void Begin(World world)
    {
        _count = 0;
        _checker = new InvariantChecker(world) { FullEvery = 0 };
        _checker.Check(world.Current, CheckDepth.Full);
    }

    public void Before(World world, in SimulationEvent value)
    {
    }

    public void After(World world, in SimulationEvent value, bool wasApplied)
    {
        bool isFull = ++_count % fullEvery == 0;
        _checker!.Check(world.Current, isFull ? CheckDepth.Full : CheckDepth.Quick);
    }
}
