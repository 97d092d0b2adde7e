// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

[Verifies("R-STATE-5", "I37")]
public class ListReplayTests
{
    private const int Events = 1500;

    [Fact]
    public void A_seeds_list_becomes_a_trace_that_the_host_replays()
    {
        ReplayTrace trace = Make(SimulationList.Draw(13, Events)).Trace;
        Assert.Null(HostReplay.Verify(trace));
        Assert.Null(HostReplay.Verify(TraceText.Parse(TraceText.Format(trace))));
        Assert.Equal(TraceText.Format(trace),
            TraceText.Format(Make(SimulationList.Draw(13, Events)).Trace));
    }

    [Fact]
    public void The_list_is_the_one_that_a_simulation_applies()
    {
        SimulationList list = SimulationList.Draw(9, 400);
        SeedRun run = new(new CampaignOptions { EventsPerSeed = 400 }, []);
        Assert.Null(run.Run(9));
        Assert.Equal(
            run.Events.ToArray().Select(value => value.ToString()),
            list.Events.Select(value => value.ToString()));
        Assert.Equal(run.Shape.ToString(), list.Shape.ToString());
    }

    [Fact]
    public void Every_event_of_a_list_has_a_fate_and_a_reason_unless_it_is_followed()
    {
        SimulationList list = SimulationList.Draw(13, Events);
        FollowTally tally = Make(list).Tally;
        Assert.Equal(
            list.Events.Count, Enum.GetValues<FateKind>().Sum(fate => tally.CountOf(fate)));
        foreach (EventKind kind in tally.Kinds)
        {
            Assert.All(
                tally.ReasonsOf(kind, FateKind.LeftOut), pair => Assert.NotEmpty(pair.Reason));
            Assert.All(
                tally.ReasonsOf(kind, FateKind.Nothing), pair => Assert.NotEmpty(pair.Reason));
        }
    }

    [Fact]
    public void Most_hypercalls_are_followed_and_many_succeed()
    {
        FollowTally tally = new();
        foreach (ulong seed in SimulationList.SeedsFrom(1).Take(12))
        {
            tally.Add(Make(SimulationList.Draw(seed, Events)).Tally);
        }
        long calls = tally.CountOf(EventKind.Hypercall, FateKind.Followed);
        Assert.True(calls > 9 * tally.CountOf(EventKind.Hypercall, FateKind.LeftOut), $"{calls}");
        Assert.True(calls > 3 * tally.CountOf(EventKind.Hypercall, FateKind.Nothing), $"{calls}");
        Assert.True(tally.SucceededCalls > calls / 5, $"{tally.SucceededCalls} of {calls}");
        Assert.True(tally.CountOf(EventKind.Elapse, FateKind.Followed) > 100);
        Assert.Equal(0, tally.CountOf(EventKind.Raise, FateKind.Followed));
    }

    [Fact]
    public void A_thread_sleeps_until_time_passes_its_deadline()
    {
        ListReplay replay = Make(new SimulationList(1, new SystemShape(),
        [
            SimulationEvent.Call(Hypercall.CreateSemaphore, 20),
            new(EventKind.TimedHypercall, (uint)Hypercall.SemaphoreDown, 20, 100),
            new(EventKind.Elapse, 0, 60),
            new(EventKind.Elapse, 0, 60),
            SimulationEvent.Call(Hypercall.Yield),
        ]));
        FollowTally tally = replay.Tally;
        Assert.Equal(1, tally.CountOf(EventKind.Elapse, FateKind.Nothing));
        Assert.Equal(1, tally.CountOf(EventKind.Elapse, FateKind.Followed));
        Assert.Equal(2, tally.CountOf(EventKind.Hypercall, FateKind.Followed));
        HostReplay host = HostReplay.Run(replay.Trace, replay.Trace.Steps.Count);
        // The root's map, semaphore, sleep, time that passes by itself, yield.
        Assert.Equal(5, host.Outcomes.Count);
        Assert.Equal(3, host.Entries.Count);
        Assert.Null(host.Outcomes[2]);
        Assert.Equal((ulong)Status.Timeout, host.Outcomes[3]!.Value[0] & 0xff);
    }

    [Fact]
    public void A_sleep_that_nothing_ends_is_left_out()
    {
        FollowTally tally = Make(new SimulationList(1, new SystemShape(),
        [
            SimulationEvent.Call(Hypercall.CreateSemaphore, 20),
            new(EventKind.TimedHypercall, (uint)Hypercall.SemaphoreDown, 20, 100),
            new(EventKind.Elapse, 0, 60),
        ])).Tally;
        Assert.Equal(1, tally.CountOf(EventKind.TimedHypercall, FateKind.LeftOut));
    }

    [Fact]
    public void The_target_boots_the_memory_and_interrupts_of_the_list()
    {
        SimulationList list = SimulationList.Draw(2, 10);
        BootTables tables = Make(list).Trace.Tables;
        using World original = list.Shape.Boot();
        using ReplayWorld world = new(tables, Traces.Follower);
        Assert.Equal((uint)list.Shape.MemoryPages.Count + 3, tables.MemoryCount);
        Assert.Equal(Selectors.BootSegments + tables.MemoryCount - 1, tables.RegionSelector);
        for (int index = 0; index < KernelState.InterruptsMax; index++)
        {
            Assert.Equal(
                original.State.Interrupts[index].Interrupt,
                world.State.Interrupts[index].Interrupt);
        }
        for (int index = 1; index < list.Shape.MemoryPages.Count + 2; index++)
        {
            Assert.Equal(original.State.Segments[index].Bytes, world.State.Segments[index].Bytes);
        }
    }

    [Fact]
    public void A_failure_that_was_kept_is_a_list()
    {
        SimulationList drawn = SimulationList.Draw(5, 50);
        Failure failure = new(drawn.Shape, drawn.Events, "", "", SimulationMode.Safety)
        {
            Seed = 5,
        };
        string text = FailureFile.Format(failure, "none");
        Assert.True(FailureFile.IsFailure(text));
        SimulationList list = SimulationList.Of(FailureFile.Parse(text));
        Assert.Equal(
            TraceText.Format(Make(drawn).Trace), TraceText.Format(Make(list).Trace));
    }

    private static ListReplay Make(SimulationList list) =>
        ListReplay.Make(Traces.Tables, Traces.Follower, list);
}
