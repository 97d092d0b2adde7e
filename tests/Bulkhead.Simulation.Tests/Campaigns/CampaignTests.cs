// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

[Verifies("R-STATE-2")]
public class CampaignTests
{
    private const ulong SeedsWanted = 1600;
    private const ulong EventsWanted = 5_000_000;

    [Fact]
    public void Random_systems_keep_every_invariant_and_meet_every_mark()
    {
        CampaignOptions options = new()
        {
            SeedCount = SeedsWanted, FullCheckEvery = 512, JobCount = Environment.ProcessorCount,
        };
        CampaignSummary summary = Run(options);
        Assert.True(summary.SeedCount == SeedsWanted, $"only {summary.SeedCount} seeds");
        Assert.True(summary.EventCount >= EventsWanted, $"{summary.EventCount} events");
        Assert.True(summary.RepeatedCount >= 20);
        Assert.Empty(summary.Marks.Missing);
    }

    [Fact]
    public void Random_systems_keep_every_invariant_when_all_is_checked_each_time() =>
        Run(new CampaignOptions { FirstSeed = 5000, SeedCount = 6, EventsPerSeed = 1500 });

    [Fact]
    public void Random_systems_come_to_rest_when_faults_stop() =>
        Run(new CampaignOptions
        {
            FirstSeed = 6000, SeedCount = 60, EventsPerSeed = 1000, FullCheckEvery = 512,
            Mode = SimulationMode.Liveness, JobCount = Environment.ProcessorCount,
        });

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

    private static CampaignSummary Run(CampaignOptions options)
    {
        CampaignSummary summary = new Campaign(options).Run(CancellationToken.None);
        Assert.Empty(summary.Failures.Select(failure =>
            $"seed {failure.Seed} event {failure.Events.Count}: {failure.Message}"));
        return summary;
    }
}
