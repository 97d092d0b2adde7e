// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Exploration.Pairs;

namespace Bulkhead.Simulation.Tests.Exploration;

/// <summary>Pairs of hypercalls under every schedule: a sample, and what must be
/// noticed.</summary>
public sealed class PairExplorerTests
{
    [Fact]
    public void Every_hypercall_and_an_unknown_one_occur_with_success_and_refusal()
    {
        foreach (Hypercall number in Enum.GetValues<Hypercall>())
        {
            Assert.Contains(PairCalls.All, call => call.Event.Detail == (uint)number);
        }

        Assert.Contains(PairCalls.All,
            call => !Enum.IsDefined((Hypercall)call.Event.Detail));
        Assert.Equal(
            PairCalls.All.Count, PairCalls.All.Select(call => call.Name).Distinct().Count());
        Assert.True(PairCalls.All.Count(IsRefusal) >= Enum.GetValues<Hypercall>().Length - 3);
    }

    [Fact]
    public void Two_callers_that_map_the_same_hold_under_every_schedule_of_two_preemptions()
    {
        PairExplorer explorer = new(Named("Map common domain"), 2, 1);
        Assert.Empty(explorer.Run());
        Assert.Equal(1, explorer.Progress.Done);
        Assert.True(explorer.Progress.Schedules > 100);
    }

    [Fact]
    public void More_pairs_hold_under_every_schedule_of_one_preemption()
    {
        PairExplorer explorer = new(
            Named("Call", "Revoke object", "Unmap", "BindInterrupt", "Stop server"), 1, 2);
        Assert.Empty(explorer.Run());
        Assert.Equal(25, explorer.Progress.Done);
    }

    [Theory]
    [InlineData("CallUntil for a while", "CallUntil refused: poll")] // a deadline passes inside
    [InlineData("Map refused: taken", "Unmap refused: part")] // what was begun is taken away
    public void Two_calls_hold_under_every_schedule_of_two_preemptions(string one, string other)
    {
        PairExplorer explorer = new(Named(one, other), 2, 2);
        Assert.Empty(explorer.Run());
        Assert.Equal(4, explorer.Progress.Done);
    }

    [Fact]
    public void A_broken_invariant_is_noticed()
    {
        PairExplorer explorer = new(Named("Yield"), 0, 1)
        {
            BeforeEnd = system => system.World.State.Cpus[0].ArmedTicks ^= 1,
        };
        PairFailure failure = Assert.Single(explorer.Run());
        Assert.Contains("Invariant", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_of_no_sequential_order_is_noticed()
    {
        // A kernel whose behaviour depended on what walkers look up ahead of need.
        PairExplorer explorer = new(Named("Map common domain"), 1, 1)
        {
            BeforeEnd = system =>
            {
                if (system.World.Machine.Walker.CachedCount != 0)
                {
                    system.World.State.Semaphores[0].Count = 5;
                }
            },
        };
        PairFailure failure = Assert.Single(explorer.Run());
        Assert.Contains("sequential", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Walk", failure.Schedule, StringComparison.Ordinal);
    }

    private static bool IsRefusal(PairCall call) =>
        call.Name.Contains("refused", StringComparison.Ordinal);

    private static PairCall[] Named(params string[] names) =>
        [.. names.Select(name => PairCalls.All.Single(call => call.Name == name))];
}
