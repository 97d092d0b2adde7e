// SPDX-License-Identifier: MIT
using System.Threading;
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Kernel.Tests.Simulation;

/// <summary>A short campaign of random systems beside the kernel's other tests; the long one is the
/// simulation's. The environment variable BULKHEAD_SEEDS sets the number of seeds.</summary>
[Verifies("R-STATE-2")]
public class RandomProgramTests
{
    private const ulong SeedsDefault = 48;

    [Fact]
    public void Every_invariant_holds_after_every_event()
    {
        string? text = Environment.GetEnvironmentVariable("BULKHEAD_SEEDS");
        ulong seeds = ulong.TryParse(text, out ulong number) ? number : SeedsDefault;
        CampaignOptions options = new()
        {
            FirstSeed = 10_000, SeedCount = seeds, EventsPerSeed = 2000, FullCheckEvery = 128,
        };
        CampaignSummary summary = new Campaign(options).Run(CancellationToken.None);
        Assert.Empty(summary.Failures.Select(failure =>
            $"seed {failure.Seed} event {failure.Events.Count}: {failure.Message}"));
        Assert.True(summary.EventCount > seeds * 1000, $"only {summary.EventCount} events");
    }
}
