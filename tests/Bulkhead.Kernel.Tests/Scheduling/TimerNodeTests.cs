// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

public class TimerNodeTests
{
    [Fact]
    public void Its_owners_are_kept_apart_and_its_place_says_whether_it_is_armed()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        TimerNode node = default;
        Assert.False(node.IsArmed);
        node.Place = 1;
        node.Context = Link<ExecutionContext>.To(ref state, ref state.Contexts[2]);
        node.Scheduling = Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[3]);
        Assert.True(node.IsArmed);
        Assert.Equal(Link<ExecutionContext>.To(ref state, ref state.Contexts[2]), node.Context);
        Assert.Equal(Link<SchedulingContext>.To(ref state, ref state.SchedulingContexts[3]),
            node.Scheduling);
    }
}
