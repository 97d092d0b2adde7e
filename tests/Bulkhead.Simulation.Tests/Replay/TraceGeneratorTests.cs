// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class TraceGeneratorTests
{
    [Fact]
    public void The_same_seed_gives_the_same_trace() =>
        Assert.Equal(TraceText.Format(Traces.Generate(7)), TraceText.Format(Traces.Generate(7)));

    [Fact]
    public void Another_seed_gives_another_trace() => Assert.NotEqual(
        TraceText.Format(Traces.Generate(7)), TraceText.Format(Traces.Generate(8)));

    [Fact]
    public void Every_event_of_a_trace_fits_and_leads_to_what_the_trace_says()
    {
        for (ulong seed = 1; seed <= 60; seed++)
        {
            Assert.Null(HostReplay.Verify(Traces.Generate(seed)));
        }
    }

    [Fact]
    public void Traces_reach_every_hypercall_and_most_of_them_succeed_and_are_refused()
    {
        HashSet<(Hypercall, bool)> seen = [];
        for (ulong seed = 1; seed <= 60; seed++)
        {
            foreach (ReplayStep step in Traces.Generate(seed, 150).Steps)
            {
                if (step.Event.Kind != EventKind.Hypercall) continue;
                seen.Add(((Hypercall)step.Event.Detail, step.Outcome[0] == 0));
            }
        }
        foreach (Hypercall number in Enum.GetValues<Hypercall>())
        {
            Assert.True(seen.Contains((number, false)), $"{number} is never refused");
            // What depends on how long something took has no place in a trace.
            bool canSucceed = number is not (Hypercall.None or Hypercall.Shutdown
                or Hypercall.SwitchSchedule or Hypercall.ConsumedTime);
            Assert.True(!canSucceed || seen.Contains((number, true)), $"{number} never succeeds");
        }
    }

    [Fact]
    public void Traces_run_threads_of_several_domains_that_call_wait_and_fault()
    {
        HashSet<ContextState> states = [];
        HashSet<uint> domains = [];
        int faults = 0;
        for (ulong seed = 1; seed <= 30; seed++)
        {
            ReplayTrace trace = Traces.Generate(seed, 150);
            using ReplayWorld world = new(trace.Tables, trace.Follower);
            foreach (ReplayStep step in trace.Steps)
            {
                world.Apply(step.Event);
                domains.Add(world.Current.In(ref world.State).Domain.Offset);
                foreach (ref ExecutionContext context in world.State.Contexts)
                {
                    states.Add(context.State);
                    if (context.CallKind == CallKind.Fault) faults++;
                }
            }
        }
        HashSet<ContextState> wanted = [
            ContextState.Calling, ContextState.Helping, ContextState.Waiting, ContextState.Idle];
        Assert.Subset(states, wanted);
        Assert.True(domains.Count > 3 && faults > 0);
    }

    [Fact]
    public void Traces_run_guests_that_access_devices_call_and_wait()
    {
        Dictionary<EventKind, int> seen = [];
        for (ulong seed = 1; seed <= 60; seed++)
        {
            foreach (ReplayStep step in Traces.Generate(seed, 150).Steps)
            {
                seen[step.Event.Kind] = seen.GetValueOrDefault(step.Event.Kind) + 1;
            }
        }
        Assert.True(seen.GetValueOrDefault(EventKind.GuestAccess) > 20, Text(seen));
        Assert.True(seen.GetValueOrDefault(EventKind.GuestHypercall) > 10, Text(seen));
        Assert.True(seen.GetValueOrDefault(EventKind.GuestHalt) > 3, Text(seen));
    }

    private static string Text(Dictionary<EventKind, int> seen) =>
        string.Join(' ', seen.Select(pair => $"{pair.Key} {pair.Value}"));
}
