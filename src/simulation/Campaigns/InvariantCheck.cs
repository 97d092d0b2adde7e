// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Invariants;

namespace Bulkhead.Simulation.Campaigns;

/// <summary>The invariants after each event, or each so many.</summary>
internal sealed class InvariantCheck(int every) : IStepCheck
{
    private int _count;

    public void Begin(World world) => _count = 0;

    public void Before(World world, in SimulationEvent value)
    {
    }

    public void After(World world, in SimulationEvent value, bool wasApplied)
    {
        if (++_count % every != 0) return;
        KernelInvariants.Check(world.Machine, world.Current);
    }
}
