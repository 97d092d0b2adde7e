// SPDX-License-Identifier: MIT
using Bulkhead.Simulation.Campaigns;
using Bulkhead.Simulation.Programs;

namespace Bulkhead.Simulation.Tests.Campaigns;

public class FailureFileTests
{
    private const string Good = "# Bulkhead simulation 1\nseed 7\nmode Safety\n"
        + "system board=1 stores=AtOnce translations=Never quiet=0 "
        + "start=1000 read=0 fast=1 pages=16 interrupts=40e\nevents\nElapse 0 5\n";

    [Fact]
    public void A_failure_survives_its_file()
    {
        SeededRandom random = new(3);
        SimulationEvent[] events =
            [SimulationEvent.Call(Hypercall.Delegate, 1, 2, 3), new(EventKind.RaiseAll, 0)];
        Failure failure = new(SystemShape.Draw(ref random), events, "Kind", "a message",
            SimulationMode.Liveness) { Seed = 99 };
        Failure read = FailureFile.Parse(FailureFile.Format(failure, "abc"));
        Assert.Equal(failure.Shape.ToString(), read.Shape.ToString());
        Assert.Equal(["Hypercall Delegate 1 2 3", "RaiseAll 0"],
            read.Events.Select(value => value.ToString()));
        Assert.Equal((99ul, "Kind", "a message", SimulationMode.Liveness),
            (read.Seed, read.Kind, read.Message, read.Mode));
    }

    [Theory]
    [InlineData("# Bulkhead simulation 1", "# Something", "line 1")]
    [InlineData("events", "", "'events' is missing")]
    [InlineData("seed 7", "seed x", "field 'seed'")]
    [InlineData("seed 7", "", "'seed' is missing")]
    [InlineData("mode Safety", "mode Nothing", "field 'mode'")]
    [InlineData("AtOnce", "Sometimes", "'Sometimes' is no StorePolicy")]
    [InlineData("fast=1", "", "field 'fast'")]
    [InlineData("fast=1", "fast", "'fast' is no field")]
    [InlineData("40e", "40x", "'40x' is no interrupt")]
    [InlineData("40e", "e", "'' is no number")]
    [InlineData("pages=16", "pages=many", "'many' is no number")]
    [InlineData("seed 7", "seed 7\nseed 8", "line 3")]
    [InlineData("Elapse 0 5", "Elapse 0 x", "line 6")]
    [InlineData("Elapse 0 5", "Jump", "line 6")]
    public void A_damaged_file_is_refused_with_a_reason(
        string part, string instead, string reason)
    {
        string text = Good.Replace(part, instead);
        FormatException exception =
            Assert.Throws<FormatException>(() => FailureFile.Parse(text));
        Assert.Contains(reason, exception.Message);
    }

    [Fact]
    public void The_undamaged_file_is_read() => Assert.Single(FailureFile.Parse(Good).Events);
}
