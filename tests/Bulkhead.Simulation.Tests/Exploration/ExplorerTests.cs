// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Exploration;
using Bulkhead.Simulation.Exploration.Configurations;

namespace Bulkhead.Simulation.Tests.Exploration;

/// <summary>The search itself: it ends, it finds what is broken, and by a shortest way.</summary>
public sealed class ExplorerTests
{
    private static readonly ExplorationBounds s_unbounded = new(int.MaxValue, int.MaxValue, 1);

    [Fact]
    public void Every_state_of_a_small_system_is_met_whoever_searches()
    {
        ExplorationConfiguration small = CapabilitiesConfiguration.Create(2, 1);

        ExplorationResult alone = new Explorer(small, s_unbounded) { MergeShare = 1 }.Run();
        ExplorationResult together = new Explorer(small, s_unbounded with { Workers = 2 }).Run();

        Assert.True(alone.IsClosed);
        Assert.Null(alone.Failure);
        Assert.Equal(alone.Progress.States, together.Progress.States);
        Assert.Equal(alone.Progress.Transitions, together.Progress.Transitions);
        Assert.Equal(alone.Progress.Depth, together.Progress.Depth);
        Assert.True(alone.MergeCount > 0, "no two raw states had one form");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_first_levels_of_every_configuration_hold(string name)
    {
        ExplorationConfiguration configuration = Find(name);
        ExplorationResult result = new Explorer(
            configuration, s_unbounded with { StatesMax = 4000, Workers = 2 }).Run();
        Assert.Null(result.Failure);
        Assert.True(result.Progress.States >= 4000 || result.IsClosed);
    }

    [Fact]
    public void Every_hypercall_occurs_in_some_configuration()
    {
        HashSet<uint> numbers = [.. ExplorationConfigurations.All
            .SelectMany(configuration => configuration.Actions)
            .Where(action => action.Event.Kind == EventKind.Hypercall)
            .Select(action => action.Event.Detail)];
        Assert.All(Enum.GetValues<Hypercall>(), number => Assert.Contains((uint)number, numbers));
    }

    [Fact]
    public void A_broken_state_is_found_by_a_shortest_way()
    {
        // Three semaphores exist at once, at the earliest after three events.
        ExplorationResult result = new Explorer(
            CapabilitiesConfiguration.Create(3, 2), s_unbounded)
        {
            Afterwards = (world, _) =>
            {
                ref Semaphore third = ref world.State.Semaphores[2];
                if (third.Header.Kind == ObjectKind.Semaphore) third.LastWaiter = world.Root;
            },
        }.Run();

        ExplorationFailure failure = Assert.IsType<ExplorationFailure>(result.Failure);
        Assert.Equal(3, failure.Events.Count - failure.SetupCount);
        Assert.Contains("waiters", failure.Message, StringComparison.Ordinal);
        Assert.False(result.IsClosed);
        Replay(failure);
    }

    [Fact]
    public void An_exception_of_the_kernel_is_a_failure()
    {
        ExplorationResult result = new Explorer(CapabilitiesConfiguration.Create(2, 1), s_unbounded)
        {
            Afterwards = (_, value) =>
            {
                if (value.Detail == (uint)Hypercall.Delegate) throw new OverflowException("here");
            },
        }.Run();
        Assert.Contains("here", result.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(1, result.Failure.Events.Count - result.Failure.SetupCount);
    }

    [Fact]
    public void States_that_are_wrongly_taken_for_one_are_noticed()
    {
        // What a free row remembers of its last incarnation is no behaviour, and must not be.
        ExplorationResult result = new Explorer(CapabilitiesConfiguration.Create(2, 1), s_unbounded)
        {
            MergeShare = 1,
            Afterwards = (world, _) =>
            {
                ref Semaphore first = ref world.State.Semaphores[0];
                if (first.Header.Kind != ObjectKind.None && first.Header.Generation > 0)
                {
                    first.Count = 7;
                }
            },
        }.Run();
        Assert.Contains("behave differently", result.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_footprint_that_is_too_small_is_noticed()
    {
        ExplorationConfiguration small = CapabilitiesConfiguration.Create(2, 1);
        small = small with { Size = small.Size with { Semaphores = 1 } };
        ExplorationException exception = Assert.Throws<ExplorationException>(
            () => new Explorer(small, s_unbounded).Run());
        Assert.Contains("semaphore 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setup_that_is_refused_is_noticed()
    {
        ExplorationConfiguration small = CapabilitiesConfiguration.Create(2, 1);
        small = small with
        {
            Setup = [.. small.Setup, SimulationEvent.Call(Hypercall.Stop, 250)],
        };
        ExplorationException exception = Assert.Throws<ExplorationException>(
            () => new Explorer(small, s_unbounded).Run());
        Assert.Contains(nameof(Reason.SlotEmpty), exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string> Names() =>
        [.. ExplorationConfigurations.All.Select(configuration => configuration.Name)];

    private static ExplorationConfiguration Find(string name) =>
        ExplorationConfigurations.All.Single(configuration => configuration.Name == name);

    // The event list alone leads there.
    private static void Replay(ExplorationFailure failure)
    {
        using World world = new();
        foreach (SimulationEvent value in failure.Events)
        {
            SimulationEvent read = EventText.Parse(EventText.Format(in value));
            Assert.True(world.Apply(in read));
        }

        Assert.Equal(ObjectKind.Semaphore, world.State.Semaphores[2].Header.Kind);
    }
}
