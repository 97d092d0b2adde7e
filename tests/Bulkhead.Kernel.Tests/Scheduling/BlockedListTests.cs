// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("I16")]
public class BlockedListTests
{
    [Fact]
    public void Any_entry_can_leave_in_any_order()
    {
        foreach (int[] order in new[] { new[] { 0, 1, 2 }, [2, 1, 0], [1, 2, 0], [1, 0, 2] })
        {
            using SimulatedMachine machine = new();
            ref ExecutionContext context = ref machine.State.Contexts[5];
            for (int index = 0; index < 3; index++)
            {
                BlockedList.Add(ref machine.State, ref context, LinkOf(machine, index));
            }
            List<Link<SchedulingContext>> left =
                [LinkOf(machine, 2), LinkOf(machine, 1), LinkOf(machine, 0)];
            foreach (int index in order)
            {
                Assert.Equal(left, Entries(machine, context.BlockedScheduling));
                Assert.Equal(
                    SchedulingState.Blocked, machine.State.SchedulingContexts[index].State);
                BlockedList.Remove(ref machine.State, LinkOf(machine, index));
                left.Remove(LinkOf(machine, index));
            }
            Assert.True(context.BlockedScheduling.IsNone);
        }
    }

    [Fact]
    public void What_is_in_no_list_leaves_nothing()
    {
        using SimulatedMachine machine = new();
        ref ExecutionContext context = ref machine.State.Contexts[5];
        BlockedList.Add(ref machine.State, ref context, LinkOf(machine, 0));
        BlockedList.Remove(ref machine.State, LinkOf(machine, 1));
        Assert.Equal([LinkOf(machine, 0)], Entries(machine, context.BlockedScheduling));
    }

    private static List<Link<SchedulingContext>> Entries(
        SimulatedMachine machine, Link<SchedulingContext> first)
    {
        List<Link<SchedulingContext>> entries = [];
        for (Link<SchedulingContext> at = first; !at.IsNone; at = at.In(ref machine.State).Next)
        {
            entries.Add(at);
        }
        return entries;
    }

    private static Link<SchedulingContext> LinkOf(SimulatedMachine machine, int index) =>
        Link<SchedulingContext>.To(ref machine.State, ref machine.State.SchedulingContexts[index]);
}
