// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Simulation.Tests.Events;

public class TimedHypercallTests
{
    [Fact]
    public void A_time_from_now_becomes_a_deadline()
    {
        using World world = new();
        world.Apply(SimulationEvent.Call(Hypercall.CreateSemaphore, 16, 0));
        SimulationEvent wait = EventText.Parse("TimedHypercall SemaphoreDown 10 1f4");
        Assert.Equal("TimedHypercall SemaphoreDown 10 1f4", wait.ToString());
        Assert.True(world.Apply(in wait));
        Assert.Equal(ContextState.Waiting, world.Root.In(ref world.State).State);
        world.Apply(new SimulationEvent(EventKind.Elapse, 0, 499));
        Assert.True(world.Current.IsNone);
        world.Apply(new SimulationEvent(EventKind.Elapse, 0, 1));
        Assert.Equal(Reason.DeadlinePassed,
            new ResultCode(world.Root.In(ref world.State).Frame[0]).Reason);
    }
}
