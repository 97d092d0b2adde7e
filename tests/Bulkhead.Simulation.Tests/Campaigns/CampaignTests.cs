// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Coverage;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Tests.Campaigns;

[Verifies("R-STATE-2")]
public class CampaignTests
{
    private const ulong SeedsWanted = 48;

    [Fact]
    public void Random_systems_keep_every_invariant()
    {
        CampaignSummary summary = Run(SimulationMode.Safety, fullCheckEvery: 16);
        Assert.True(summary.SeedCount == SeedsWanted, $"only {summary.SeedCount} seeds");
        Assert.True(summary.EventCount > SeedsWanted * 1000, $"{summary.EventCount} events");
        Assert.True(summary.RepeatedCount > 0);
        Assert.True(summary.Marks[Mark.Idle] > 0);
    }

    [Fact]
    public void Random_systems_come_to_rest_when_faults_stop() =>
        Run(SimulationMode.Liveness, fullCheckEvery: 64);

    [Fact]
    public void The_same_seed_does_the_same_and_another_does_something_else()
    {
        CampaignOptions options = new() { EventsPerSeed = 500 };
        SeedRun first = new(options, [new InvariantCheck(64)]);
        SeedRun second = new(options, [new InvariantCheck(64)]);
        Assert.Null(second.Run(6));
        ulong other = second.Hash;
        Assert.Null(first.Run(7));
        Assert.Null(second.Run(7));
        Assert.Equal(first.Hash, second.Hash);
        Assert.NotEqual(other, second.Hash);
    }

    [Fact]
    public void A_campaign_that_is_cancelled_says_what_it_did()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        CampaignSummary summary = new Campaign(new CampaignOptions { SeedCount = 1 << 20 })
            .Run(source.Token);
        Assert.True(summary.SeedCount <= 1);
    }

    private static CampaignSummary Run(SimulationMode mode, int fullCheckEvery)
    {
        CampaignOptions options = new()
        {
            SeedCount = SeedsWanted, EventsPerSeed = 2048, FullCheckEvery = fullCheckEvery,
            Mode = mode, TwiceEvery = 16, JobCount = 2,
        };
        CampaignSummary summary = new Campaign(options).Run(CancellationToken.None);
        Assert.Empty(summary.Failures.Select(failure =>
            $"seed {failure.Seed} event {failure.Events.Count}: {failure.Message}"));
        return summary;
    }
}
