// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Simulation.Exploration.Pairs;
using Bulkhead.Simulation.Exploration.Teams;

namespace Bulkhead.Simulation.Tests.Exploration;

/// <summary>Hypercalls that are inside the kernel at the same time: a sample, and what must be
/// noticed.</summary>
[Verifies("I34")]
public sealed class TeamExplorerTests
{
    [Fact]
    public void Two_callers_in_the_kernel_come_out_as_one_after_the_other()
    {
        TeamExplorer explorer = new(
            Named("SemaphoreUp the other's", "CreateSemaphore", "Stop vcpu"), 2, 1);
        Assert.Empty(explorer.Run());
        Assert.Equal(9, explorer.DoneCount);
        Assert.True(explorer.ScheduleCount > 100);
    }

    [Fact]
    public void So_do_three()
    {
        TeamExplorer explorer = new(
            Named("SemaphoreUp full semaphore", "VirtualInterrupt pend"), 3, 1) { SampleOf = 3 };
        Assert.Empty(explorer.Run());
        Assert.Equal(3, explorer.DoneCount);
    }

    [Fact]
    public void A_broken_invariant_is_noticed()
    {
        TeamExplorer explorer = new(Named("Yield"), 2, 0)
        {
            BeforeEnd = system => system.World.State.Cpus[1].ArmedTicks ^= 1,
        };
        TeamFailure failure = Assert.Single(explorer.Run());
        Assert.Contains("I20", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_is_kept_and_a_CPU_that_is_held_are_noticed()
    {
        Assert.Contains("I34", FailureOf(system => system.World.State.Shared.Owner = 2),
            StringComparison.Ordinal);
        Assert.Contains("I34", FailureOf(system => system.World.State.Cpus[1].Standing = 2),
            StringComparison.Ordinal);
        Assert.Contains("I41", FailureOf(system => system.World.State.Cpus[1].Signals[0] = 1),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_outcome_of_no_sequential_order_is_noticed()
    {
        int count = 0;
        TeamExplorer explorer = new(Named("Yield"), 2, 1)
        {
            BeforeEnd = system =>
            {
                // The first two runs are the sequential orders.
                if (++count > 2) system.World.State.Semaphores[0].Count += 5;
            },
        };
        TeamFailure failure = Assert.Single(explorer.Run());
        Assert.Contains("sequential", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>CPU 0 goes on all the time.</summary>
    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 0, true)]
    [InlineData(2, 2, true)]
    [InlineData(0, 2, false)]
    [InlineData(2, 0, false)]
    [InlineData(2, 1, false)]
    [InlineData(1, 2, false)]
    public void A_lock_that_is_not_its_own_is_no_CPUs_to_take_or_free(
        uint before, uint after, bool isSound)
    {
        using TeamSystem system = new(2);
        SimulatedMachine machine = system.World.Machine;
        LockWatch watch = new();
        machine.MakeCurrent(0);
        machine.State.Shared.Owner = before;
        watch.Begin(machine);
        machine.State.Shared.Owner = after;
        Exception? found = Xunit.Record.Exception(() => watch.At(machine, OrderingPoint.Share));
        if (isSound) Assert.Null(found);
        else Assert.Equal([34], Assert.IsType<InvariantException>(found).Numbers);
    }

    private static string FailureOf(Action<TeamSystem> damage) => Assert.Single(
        new TeamExplorer(Named("Yield"), 2, 0) { BeforeEnd = damage }.Run()).Message;

    private static PairCall[] Named(params string[] names) =>
        [.. names.Select(name => TeamCalls.All.Single(call => call.Name == name))];
}
