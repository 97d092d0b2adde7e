// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Interference;

namespace Bulkhead.Simulation.Tests.Interference;

[Verifies("R-FLOW-3", "I38", "I39", "I40")]
public class InterferenceTests
{
    [Fact]
    public void A_thousand_pairs_of_runs_show_an_observer_nothing_that_it_may_not_see()
    {
        InterferenceCampaign campaign = new(1);
        campaign.Run(1000);
        Assert.Equal(1000, campaign.PairCount);
        Assert.True(campaign.NoiseCount > 3000, $"{campaign.NoiseCount} steps of noise");
        Assert.True(campaign.StepCount > 3000, $"{campaign.StepCount} steps of observers");
    }

    [Fact]
    public void A_kernel_that_leaks_a_register_is_noticed() => AssertNoticed(world =>
    {
        foreach (ref ExecutionContext context in (Span<ExecutionContext>)world.State.Contexts)
        {
            if (context.Header.Kind != ObjectKind.None) context.Frame[12]++;
        }
    });

    [Fact]
    public void A_kernel_that_charges_the_wrong_partition_is_noticed() => AssertNoticed(world =>
    {
        foreach (ref var domain in (Span<ProtectionDomain>)world.State.Domains)
        {
            if (domain.ObjectsUsed > 0) domain.ObjectsUsed--;
        }
    });

    [Fact]
    public void A_kernel_that_counts_on_a_foreign_semaphore_is_noticed() => AssertNoticed(world =>
    {
        foreach (ref Semaphore semaphore in (Span<Semaphore>)world.State.Semaphores)
        {
            if (semaphore.FirstWaiter.IsNone) semaphore.Count++;
        }
    });

    [Fact]
    public void A_kernel_that_lends_a_capability_to_everybody_is_noticed() => AssertNoticed(world =>
    {
        for (int index = 0; index < Limits.DomainsMax; index++)
        {
            ref Capability slot = ref world.State.Spaces[index][240];
            slot.Kind = ObjectKind.Semaphore;
            slot.Rights = Rights.SemaphoreAll;
            slot.Object = world.State.Semaphores[0].Header.Root.In(ref world.State).Object;
        }
    });

    private static void AssertNoticed(Action<World> leak)
    {
        int noticed = 0;
        for (int seed = 1; seed <= 30; seed++)
        {
            using InterferencePair pair = new(seed, InterferencePolicy.Isolated);
            pair.BeforeSecond = leak;
            if (Xunit.Record.Exception(pair.Run) is InterferenceException) noticed++;
        }
        Assert.True(noticed > 5, $"noticed in {noticed} of 30 runs");
    }
}
