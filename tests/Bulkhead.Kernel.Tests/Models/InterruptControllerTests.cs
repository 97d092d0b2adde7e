// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Kernel.Tests.Models;

public class InterruptControllerTests
{
    [Fact]
    public void One_is_taken_dropped_and_ended()
    {
        InterruptController controller = new();
        controller.Open(50, isEdge: false);
        controller.Open(60, isEdge: false);
        controller.Raise(60);
        controller.Raise(50);
        Assert.Equal(50u, controller.Acknowledge());
        Assert.Equal(IInterrupts.NoInterrupt, controller.Acknowledge());
        controller.DropPriority(50);
        Assert.Equal(60u, controller.Acknowledge());
        controller.DropPriority(60);
        Assert.False(controller.HasDeliverable);
        controller.Deactivate(50);
        Assert.True(controller.HasDeliverable);
    }

    [Fact]
    public void A_priority_is_dropped_by_whoever_runs()
    {
        InterruptController controller = new();
        Assert.Throws<SimulationException>(() => controller.DropPriority(50));
    }

    [Fact]
    public void Edges_are_latched_once_and_levels_follow_their_line()
    {
        InterruptController controller = new();
        controller.Open(50, isEdge: true);
        controller.Open(51, isEdge: false);
        controller.Raise(50);
        controller.Lower(50);
        controller.Raise(51);
        controller.Lower(51);
        Assert.Equal(50u, controller.Acknowledge());
        controller.DropPriority(50);
        controller.Deactivate(50);
        Assert.False(controller.HasDeliverable);
    }

    [Fact]
    public void What_is_closed_stays_pending()
    {
        InterruptController controller = new();
        controller.Raise(50);
        Assert.False(controller.HasDeliverable);
        controller.Open(50, isEdge: true);
        Assert.True(controller.HasDeliverable);
        controller.Close(50);
        Assert.False(controller.HasDeliverable);
    }
}
