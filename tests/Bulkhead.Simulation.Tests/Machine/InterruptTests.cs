// SPDX-License-Identifier: MIT
using Bulkhead.Asp.Simulated.Interleaving;
using Bulkhead.Kernel.Seams;

namespace Bulkhead.Simulation.Tests.Machine;

/// <summary>The interrupt controller of several CPUs, and its faults.</summary>
public class InterruptTests
{
    private const uint None = IInterrupts.NoInterrupt;

    [Fact]
    public void Private_interrupts_are_each_CPUs_own()
    {
        InterruptController controller = Open(2, 20);
        controller.Open(20, isEdge: false, cpu: 1);
        controller.Raise(20, cpu: 1);
        Assert.Equal(None, controller.Acknowledge(0));
        Assert.Equal(20u, controller.Acknowledge(1));
        Assert.True(controller.StateOf(20, 1).IsActive);
        Assert.False(controller.StateOf(20, 0).IsActive);
    }

    [Fact]
    public void A_shared_interrupt_goes_where_it_is_routed()
    {
        InterruptController controller = Open(3, 300);
        controller.Raise(300);
        Assert.True(controller.IsDeliverable(0));
        controller.Route(300, 2);
        Assert.False(controller.IsDeliverable(0));
        Assert.Equal(300u, controller.Acknowledge(2));
    }

    [Fact]
    public void The_more_urgent_comes_first_and_interrupts_the_less_urgent()
    {
        InterruptController controller = Open(1, 40, 41, 999);
        controller.SetPriority(999, 0x20);
        controller.Raise(40);
        Assert.Equal(40u, controller.Acknowledge());
        controller.Raise(41);
        Assert.False(controller.HasDeliverable);
        controller.Raise(999);
        Assert.Equal(999u, controller.Acknowledge());
        Assert.Equal(999u, controller.Running);
        Assert.Throws<SimulationException>(() => controller.DropPriority(40));
        controller.DropPriority(999);
        Assert.Equal(40u, controller.Running);
        controller.DropPriority(40);
        Assert.Equal(41u, controller.Acknowledge());
    }

    [Fact]
    public void What_is_masked_waits()
    {
        InterruptController controller = Open(1, 40);
        controller.Raise(40);
        controller.Mask(0xa0);
        Assert.False(controller.HasDeliverable);
        controller.Mask(0xff);
        Assert.True(controller.HasDeliverable);
    }

    [Fact]
    public void Pending_and_active_are_set_and_cleared_by_software()
    {
        InterruptController controller = Open(1, 40);
        controller.Pend(40, true);
        Assert.True(controller[40].IsPending && controller.HasDeliverable);
        controller.Pend(40, false);
        Assert.False(controller[40].IsPending);
        controller.Raise(40);
        controller.Activate(40, true);
        Assert.False(controller.HasDeliverable);
        controller.Activate(40, false);
        Assert.Equal(40u, controller.Acknowledge());
    }

    [Fact]
    public void A_spurious_interrupt_is_none()
    {
        InterruptController controller = Open(1, 40);
        controller.MakeSpurious();
        Assert.True(controller.HasDeliverable);
        Assert.Equal(None, controller.Acknowledge());
        Assert.False(controller.HasDeliverable);
    }

    [Fact]
    public void A_repeated_interrupt_comes_twice()
    {
        InterruptController controller = Open(1, 40);
        controller.Raise(40);
        controller.Lower(40);
        controller.Raise(40);
        controller.Repeat(40);
        controller.Acknowledge();
        controller.Lower(40);
        controller.DropPriority(40);
        controller.Deactivate(40);
        Assert.Equal(40u, controller.Acknowledge());
        controller.DropPriority(40);
        controller.Deactivate(40);
        Assert.False(controller.HasDeliverable);
    }

    [Fact]
    public void A_late_interrupt_comes_when_it_may()
    {
        InterruptController controller = Open(1, 40);
        controller.Flights.Hold(40);
        Assert.False(controller.HasDeliverable);
        controller.Flights.ArriveAll();
        Assert.Equal(40u, controller.Acknowledge());
    }

    [Fact]
    public void Software_interrupts_go_to_their_targets()
    {
        InterruptController controller = Open(3, 5);
        for (int cpu = 1; cpu < 3; cpu++) controller.Open(5, isEdge: true, cpu);
        controller.Send(0b1111_0110, 5);
        Assert.Equal([None, 5u, 5u], new[] { 0, 1, 2 }.Select(controller.Acknowledge));
        Assert.Throws<SimulationException>(() => controller.Send(1, 16));
    }

    [Fact]
    public void Software_interrupts_overtake_each_other_when_held_back()
    {
        Assert.Equal([(1u, 2u), (2u, 1u)], Orders(isHeldBack: true).Order());
        Assert.Equal([(1u, 2u)], Orders(isHeldBack: false));
    }

    [Fact]
    public void Two_of_a_kind_merge_on_their_way()
    {
        using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
        machine.Interrupts.Flights.IsHeldBack = true;
        machine.Interrupts.Send(0b10, 3);
        machine.Interrupts.Send(0b10, 3);
        Assert.Equal(1, machine.Interrupts.Flights.Count);
    }

    // In which orders CPU 1 can take interrupts 1 and 2 that CPU 0 sent in this order.
    private static HashSet<(uint First, uint Second)> Orders(bool isHeldBack)
    {
        HashSet<(uint, uint)> orders = [];
        ScriptedChoice choice = new();
        do
        {
            using SimulatedMachine machine = new(new MachineOptions { CpuCount = 2 });
            InterruptController controller = machine.Interrupts;
            controller.Open(1, isEdge: true, cpu: 1);
            controller.Open(2, isEdge: true, cpu: 1);
            controller.Flights.IsHeldBack = isHeldBack;
            machine.Interleaving = new Interleaver(choice).With(controller.Flights);
            controller.Send(0b10, 1);
            uint first = Take(machine);
            controller.Send(0b10, 2);
            if (first == None) first = Take(machine);
            if (first == None) continue;
            controller.Flights.ArriveAll();
            orders.Add((first, Take(machine)));
        }
        while (choice.Advance());
        return orders;
    }

    private static uint Take(SimulatedMachine machine)
    {
        machine.AtOrderingPoint(OrderingPoint.Program);
        uint interrupt = machine.Interrupts.Acknowledge(1);
        if (interrupt != None) machine.Interrupts.DropPriority(interrupt, 1);
        return interrupt;
    }

    private static InterruptController Open(int cpuCount, params ReadOnlySpan<uint> interrupts)
    {
        InterruptController controller = new(cpuCount);
        foreach (uint interrupt in interrupts) controller.Open(interrupt, isEdge: false);
        return controller;
    }
}
