// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

[Verifies("R-STATE-5", "I37")]
public class HostReplayTests
{
    [Fact]
    public void A_changed_register_is_noticed_and_named()
    {
        ReplayTrace trace = Traces.Generate(5).With(40, step =>
        {
            Outcome outcome = step.Outcome;
            outcome[3] ^= 1;
            return step with { Outcome = outcome };
        });
        string? difference = HostReplay.Verify(trace);
        Assert.NotNull(difference);
        Assert.Contains("after event 40 ", difference);
        Assert.Contains(" x3 is ", difference);
    }

    [Fact]
    public void A_changed_hash_is_noticed()
    {
        ReplayTrace trace = Traces.Generate(5);
        int last = trace.Steps.Count - 1;
        trace = trace.With(last, step => step with { Hash = step.Hash ^ 1 });
        Assert.Contains("the state's hash is", HostReplay.Verify(trace));
    }

    [Fact]
    public void An_event_that_does_not_fit_is_noticed()
    {
        ReplayTrace trace = Traces.Generate(5).With(
            0, step => step with { Event = new SimulationEvent(EventKind.GuestHalt, 0) });
        Assert.Contains("does not fit", HostReplay.Verify(trace));
        Assert.Throws<FormatException>(() => HostReplay.Run(trace, 1));
    }

    [Fact]
    public void The_caller_sees_each_event_before_it_happens()
    {
        List<int> seen = [];
        ReplayTrace trace = Traces.Generate(5);
        HostReplay.Verify(trace, seen.Add);
        Assert.Equal(Enumerable.Range(0, trace.Steps.Count), seen);
    }

    [Fact]
    public void A_target_that_answers_otherwise_or_not_at_all_is_noticed()
    {
        ReplayTrace trace = Traces.Generate(5);
        HostReplay host = HostReplay.Run(trace, trace.Steps.Count);
        List<Outcome> outcomes = [.. host.Outcomes.Select(outcome => outcome!.Value)];
        Assert.Null(TraceComparison.Compare(trace, host.Outcomes, outcomes));
        Outcome changed = outcomes[20];
        changed[Outcome.StackPointer]++;
        outcomes[20] = changed;
        Assert.Contains("after event 20 ", TraceComparison.Compare(trace, host.Outcomes, outcomes));
        outcomes.RemoveRange(10, outcomes.Count - 10);
        Assert.Contains(
            "did not come back from event 10 ",
            TraceComparison.Compare(trace, host.Outcomes, outcomes));
    }
}
