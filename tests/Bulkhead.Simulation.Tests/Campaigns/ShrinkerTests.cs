// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;

namespace Bulkhead.Simulation.Tests.Campaigns;

public class ShrinkerTests
{
    private static readonly SystemShape s_shape = new();

    [Fact]
    public void Only_the_events_that_matter_are_left()
    {
        SimulationEvent[] events = new SimulationEvent[1000];
        for (int index = 0; index < events.Length; index++)
        {
            events[index] = new SimulationEvent(EventKind.Elapse, (uint)index, 5);
        }
        Shrinker shrinker = new(played => Play(played, 17, 400, 999), TimeSpan.FromMinutes(1));
        Failure small = shrinker.Shrink(new Failure(s_shape, events, "Test", "all there",
            SimulationMode.Safety));
        Assert.Equal([17u, 400u, 999u], small.Events.Select(value => value.Detail));
        Assert.All(small.Events, value => Assert.Equal(0u, value.Words[0]));
        Assert.True(shrinker.PlayCount < 400, $"{shrinker.PlayCount} plays");
    }

    [Fact]
    public void A_failure_of_another_kind_is_not_taken_for_the_same()
    {
        SimulationEvent[] events = [new(EventKind.Elapse, 1), new(EventKind.Elapse, 2)];
        Shrinker shrinker = new(
            played => new Failure(
                s_shape, played, "Test", played.Count == 2 ? "first at 12" : "second",
                SimulationMode.Safety),
            TimeSpan.FromMinutes(1));
        Failure small = shrinker.Shrink(new Failure(s_shape, events, "Test", "first at 99",
            SimulationMode.Safety));
        Assert.Equal(2, small.Events.Count);
    }

    [Fact]
    public void No_time_leaves_the_failure_as_it_is()
    {
        SimulationEvent[] events = new SimulationEvent[100];
        Shrinker shrinker = new(played => null, TimeSpan.Zero);
        Failure failure = new(s_shape, events, "Test", "m", SimulationMode.Safety);
        Assert.Same(failure, shrinker.Shrink(failure));
    }

    private static Failure? Play(IReadOnlyList<SimulationEvent> events, params uint[] wanted) =>
        wanted.All(detail => events.Any(value => value.Detail == detail))
            ? new Failure(s_shape, events, "Test", "all there", SimulationMode.Safety) : null;
}
