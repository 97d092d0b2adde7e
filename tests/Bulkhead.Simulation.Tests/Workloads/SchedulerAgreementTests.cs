// SPDX-License-Identifier: MIT
using Bulkhead.Reference;
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Workloads;

namespace Bulkhead.Simulation.Tests.Workloads;

/// <summary>The kernel's scheduler and the naive one, over random workloads.</summary>
[Verifies("R-QUOTA-2", "R-QUOTA-5", "R-STATE-4", "R-STATE-7", "I15", "I18", "I19", "I20", "I21")]
public class SchedulerAgreementTests
{
    private const double ErrorMax = 0.001;

    [Fact]
    public void The_naive_scheduler_agrees_about_random_workloads()
    {
        CampaignOptions options = new()
        {
            Mode = SimulationMode.Scheduler, SeedCount = 48, EventsPerSeed = 400, TwiceEvery = 16,
            JobCount = Environment.ProcessorCount,
        };
        CampaignSummary summary = new Campaign(options).Run(default);
        Failure? failure = summary.Failures.FirstOrDefault();
        Assert.True(failure is null, $"seed {failure?.Seed}: {failure?.Message}");
        Assert.Equal(48ul, summary.SeedCount);
        Assert.True(summary.EventCount > 15_000, $"{summary.EventCount} events");
    }

    [Fact]
    public void Seeds_have_one_to_eight_CPUs() =>
        Assert.Equal(
            Enumerable.Range(1, 8),
            Enumerable.Range(1, 60)
                .Select(seed => new WorkloadGenerator().Begin((ulong)seed).CpuCount)
                .Distinct().Order());

    /// <summary>Thousands of rounds, periods and frames, and no tick charged twice or
    /// not.</summary>
    [Fact]
    public void In_the_long_run_everybody_has_its_part_to_a_thousandth()
    {
        double worst = Enumerable.Range(1, 12).Max(seed => SteadyWorkload.Measure((ulong)seed));
        Assert.InRange(worst, 0, ErrorMax);
    }

    [Theory]
    [InlineData("budget")]
    [InlineData("period")]
    [InlineData("priority")]
    [InlineData("partition")]
    public void A_reference_that_is_wrong_is_noticed(string what)
    {
        WorkloadPlayer player = new()
        {
            ChecksInvariants = false,
            Distortion = terms => what switch
            {
                "budget" when terms.Budget != 0 => terms with { Budget = terms.Budget + 1 },
                "period" when terms.Period != 0 => terms with { Period = terms.Period + 1 },
                "priority" => terms with { Priority = Math.Min(terms.Priority + 1, 255) },
                "partition" => terms with { Partition = 0 },
                _ => terms,
            },
        };
        Assert.NotNull(FirstFailure(player));
    }

    [Fact]
    public void A_failure_is_shrunk_and_replayed_by_its_file()
    {
        // The file names no distortion: what is kept must be what the player finds again.
        WorkloadPlayer wrong = new()
        {
            ChecksInvariants = false, Distortion = terms => terms with { Priority = 1 },
        };
        Failure found = FirstFailure(wrong)!;
        Failure small = new Shrinker(
            events => wrong.Play(found.Shape, events), TimeSpan.FromSeconds(20)).Shrink(found);
        Assert.InRange(small.Events.Count, 1, 12);
        Failure read = FailureFile.Parse(FailureFile.Format(small, "abc"));
        Assert.Equal(SimulationMode.Scheduler, read.Mode);
        Assert.True(small.IsLike(wrong.Play(read.Shape, read.Events)!));
        Assert.Null(EventPlayer.Play(read.Shape, read.Events, read.Mode));
    }

    private static Failure? FirstFailure(WorkloadPlayer player)
    {
        WorkloadGenerator generator = new();
        SimulationEvent[] events = new SimulationEvent[400];
        return Enumerable.Range(1, 40)
            .Select(seed => player.Run(generator, (ulong)seed, events, out _, out _))
            .FirstOrDefault(failure => failure is not null);
    }
}
