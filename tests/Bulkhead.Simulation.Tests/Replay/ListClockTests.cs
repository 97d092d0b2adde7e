// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class ListClockTests
{
    private readonly ListClock _clock = new(
        [
            new(EventKind.Elapse, 0, 10), SimulationEvent.Call(Hypercall.Yield),
            new(EventKind.SkipTime, 0, 20), new(EventKind.Elapse, 0, 5),
            new(EventKind.Elapse, 0, 5),
            SimulationEvent.Call(Hypercall.Yield),
        ],
        1000);

    [Fact]
    public void Time_passes_with_the_list() => Assert.Equal(
        [1000ul, 1010, 1010, 1030, 1035, 1040],
        Enumerable.Range(0, 6).Select(_clock.Before));

    [Theory]
    [InlineData(1011, 3)]
    [InlineData(1030, 3)]
    [InlineData(1035, 3)]
    [InlineData(1036, 4)]
    [InlineData(1040, 4)]
    public void A_deadline_is_met_with_the_first_event_that_passes_it(ulong deadline, int index) =>
        Assert.Equal(ReplayTime.BeginOf(index), _clock.Translate(deadline, 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1010, 0)]
    [InlineData(1041, ReplayTime.NeverTicks)]
    [InlineData(ulong.MaxValue, ulong.MaxValue)]
    public void Past_and_endless_deadlines_stay_what_they_are(ulong deadline, ulong expected) =>
        Assert.Equal(expected, _clock.Translate(deadline, 1));

    [Fact]
    public void A_list_reaches_what_its_last_elapse_passes()
    {
        Assert.True(_clock.Reaches(ReplayTime.BeginOf(4), 3));
        Assert.False(_clock.Reaches(ReplayTime.BeginOf(5), 3));
        Assert.False(_clock.Reaches(ReplayTime.BeginOf(4), 4));
    }
}
