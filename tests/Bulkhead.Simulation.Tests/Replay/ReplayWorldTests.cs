// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Simulation.Replay;

namespace Bulkhead.Simulation.Tests.Replay;

public class ReplayWorldTests
{
    private const ulong Domain = 40;
    private const ulong Server = 41;
    private const ulong FaultPortal = 42;
    private const ulong Thread = 43;
    private const ulong Missing = 0x2000_0008;

    [Fact]
    public void A_fault_says_what_the_processor_would_say()
    {
        using ReplayWorld world = Begin();
        world.Apply(Fault(FaultKind.DataAccess, Missing));
        var outcome = world.Outcome;
        Assert.Equal((ulong)FaultKind.DataAccess, outcome[2]);
        Assert.Equal(Missing, outcome[3]);
        // Data abort from below, 64-bit load into x17, translation fault at level 2.
        Assert.Equal(0x93d1_8006ul, outcome[4]);
        Assert.Equal(Traces.Follower.Load, outcome[5]);
    }

    [Fact]
    public void A_thread_that_resumes_faults_again_until_the_memory_is_there()
    {
        using ReplayWorld world = Begin();
        world.Apply(Fault(FaultKind.DataAccess, Missing));
        Assert.True(IsServer(world));
        world.Apply(SimulationEvent.Call(Hypercall.Reply, 0, 0, (ulong)ExitAction.Resume));
        Assert.True(IsServer(world));
        world.Apply(SimulationEvent.Call(
            Hypercall.Map, Selectors.OwnDomain, world.Tables.RegionSelector, 0x20_0000,
            Missing & ~0xffful, 0x1000, (ulong)MemoryAccess.Read));
        Assert.Equal(0ul, world.Outcome[0]);
        world.Apply(SimulationEvent.Call(Hypercall.Reply, 0, 0, (ulong)ExitAction.Resume));
        Assert.False(IsServer(world));
    }

    [Fact]
    public void A_thread_that_is_stepped_over_its_fault_goes_on()
    {
        using ReplayWorld world = Begin();
        world.Apply(Fault(FaultKind.Breakpoint, 0));
        Assert.Equal(0xf200_005aul, world.Outcome[4]);
        Assert.Equal(0ul, world.Outcome[3]);
        world.Apply(SimulationEvent.Call(Hypercall.Reply, 0, 0, (ulong)ExitAction.Advance));
        Assert.False(IsServer(world));
        Assert.True(world.CanFollow);
    }

    [Fact]
    public void A_thread_without_code_faults_by_itself()
    {
        using ReplayWorld world = Begin();
        Assert.True(world.Apply(SimulationEvent.Call(
            Hypercall.Unmap, Selectors.OwnDomain, world.Tables.Code.Address,
            world.Tables.Code.MemoryBytes)));
        // Neither it nor its server, which is of the same domain, can go on.
        Assert.Equal(world.State.System.RootThread, world.Current);
        Assert.True(world.CanFollow);
    }

    [Fact]
    public void The_root_must_not_fault_and_no_access_is_misaligned()
    {
        using ReplayWorld world = new(Traces.Tables, Traces.Follower);
        world.Apply(world.Setup);
        Assert.False(world.Apply(Fault(FaultKind.Breakpoint, 0)));
        using ReplayWorld other = Begin();
        Assert.False(other.Apply(Fault(FaultKind.DataAccess, Missing + 1)));
    }

    [Fact]
    public void Events_of_guests_do_not_fit_threads()
    {
        using ReplayWorld world = Begin();
        Assert.False(world.Apply(new SimulationEvent(EventKind.GuestHalt, 0)));
    }

    private static SimulationEvent Fault(FaultKind kind, ulong address) =>
        new(EventKind.Fault, 0, (ulong)kind, address);

    private static bool IsServer(ReplayWorld world) =>
        world.Current.In(ref world.State).IsServer != 0;

    // A domain with a fault server and a thread that runs.
    private static ReplayWorld Begin()
    {
        ReplayWorld world = new(Traces.Tables, Traces.Follower);
        BootTables tables = world.Tables;
        ulong follow = Traces.Follower.Follow;
        SimulationEvent[] events =
        [
            world.Setup,
            SimulationEvent.Call(
                Hypercall.CreateDomain, Domain, Selectors.OwnDomain, new DomainQuota(20, 20).Value),
            SimulationEvent.Call(
                Hypercall.Map, Domain, Selectors.BootSegments, tables.Code.ImageOffset,
                tables.Code.Address, tables.Code.MemoryBytes, 5),
            SimulationEvent.Call(
                Hypercall.Map, Domain, tables.RegionSelector, 0, ReplayLayout.Region,
                ReplayLayout.RegionBytes, 7),
            SimulationEvent.Call(
                Hypercall.Delegate, Domain, Domain, Selectors.OwnDomain, (ulong)Rights.DomainAll),
            SimulationEvent.Call(
                Hypercall.Delegate, tables.RegionSelector, Domain, tables.RegionSelector,
                (ulong)Rights.SegmentAll),
            SimulationEvent.Call(
                Hypercall.CreateThread, Server, Domain, ReplayLayout.UtcbOf(1),
                ReplayLayout.StackTopOf(1)),
            SimulationEvent.Call(Hypercall.CreatePortal, FaultPortal, Server, follow),
            SimulationEvent.Call(
                Hypercall.CreateThread, Thread, Domain, ReplayLayout.UtcbOf(2),
                ReplayLayout.StackTopOf(2), follow, 0, FaultPortal),
            SimulationEvent.Call(Hypercall.CreateSchedulingContext, Thread + 1, Thread, 250),
        ];
        foreach (SimulationEvent value in events)
        {
            Assert.True(world.Apply(value));
            Assert.True(world.Outcome[0] == 0, value.ToString());
        }
        return world;
    }
}
