// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Tests.Running;

public class WorldTests
{
    [Fact]
    public void A_world_boots_and_its_manager_makes_hypercalls()
    {
        using World world = new();
        Assert.True(world.Apply(SimulationEvent.Call(Hypercall.CreateSemaphore, 16, 3)));
        Assert.True(new ResultCode(world.Root.In(ref world.State).Frame[0]).IsSuccess);
        Assert.Equal(ObjectKind.Semaphore, world.State.System.RootDomain.In(ref world.State)
            .Slots.At(16).In(ref world.State).Kind);
        KernelInvariants.Check(world.Machine, world.Current);
    }

    [Fact]
    public void An_event_that_does_not_fit_what_runs_does_nothing()
    {
        using World world = new();
        byte[] before = world.Machine.StateBytes.ToArray();
        Assert.False(world.Apply(new SimulationEvent(EventKind.GuestHalt, 0)));
        Assert.False(world.Apply(new SimulationEvent(EventKind.Fault, 0, 1)));
        Assert.True(world.Machine.StateBytes.SequenceEqual(before));
    }
}
