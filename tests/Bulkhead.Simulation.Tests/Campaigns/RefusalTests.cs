// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

[Verifies("R-QUOTA-3", "I32")]
public class RefusalTests
{
    private const int CallsWanted = 12_000;

    [Fact]
    public void Refused_calls_leave_every_byte_of_the_kernel()
    {
        RefusalCheck check = new();
        SeedRun run = new(new CampaignOptions { EventsPerSeed = 2000 }, [check]);
        for (ulong seed = 1; check.RefusedCount < CallsWanted; seed++)
        {
            Assert.Null(run.Run(seed)?.Message);
        }
        // A yield is never refused.
        Hypercall[] never = [Hypercall.Yield];
        Assert.Empty(Enum.GetValues<Hypercall>().Except(check.Calls).Except(never));
        string names = string.Join(", ", check.Reasons.Order());
        Assert.True(check.Reasons.Count >= 25, $"only {check.Reasons.Count} reasons: {names}");
    }

    [Fact]
    public void A_refused_call_that_leaves_a_trace_is_found()
    {
        using World world = new();
        RefusalCheck check = new();
        SimulationEvent value = SimulationEvent.Call(Hypercall.CreateSemaphore, 0, 1);
        check.Before(world, in value);
        Assert.True(world.Apply(in value));
        check.After(world, in value, true);
        check.Before(world, in value);
        world.Apply(in value);
        world.State.Semaphores[5].Count = 1;
        InvariantException found =
            Assert.Throws<InvariantException>(() => check.After(world, in value, true));
        Assert.Contains("refused with SlotZero", found.Message);
    }
}
