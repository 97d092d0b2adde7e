// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Virtualization;

namespace Bulkhead.Kernel.Tests.Virtualization;

[Verifies("R-FLOW-5", "I29")]
public class InjectionTests
{
    private const VirtualInterruptState Pending = VirtualInterruptState.Pending;
    private const VirtualInterruptState Active = VirtualInterruptState.Active;
    private const VirtualInterruptState Line = VirtualInterruptState.Line;
    private const VirtualInterruptState Enabled = VirtualInterruptState.Enabled;

    [Fact]
    public void Setting_and_clearing_pending_is_exact()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        Assert.Equal(Pending, machine.Request(VirtualInterruptOperation.SetPending, 40));
        Assert.Equal(VirtualInterruptState.Inactive,
            machine.Request(VirtualInterruptOperation.ClearPending, 40));
        machine.Configure(40, isEdge: true);
        Assert.Equal(Pending | Enabled, machine.Request(VirtualInterruptOperation.SetPending, 40));
        Assert.Equal(Pending | Enabled, machine.Request(VirtualInterruptOperation.SetPending, 40));
        Assert.Equal(Enabled, machine.Request(VirtualInterruptOperation.ClearPending, 40));
        Assert.Equal(Enabled, machine.Request(VirtualInterruptOperation.Query, 40));
    }

    [Fact]
    public void Active_can_be_set_and_cleared_without_touching_pending()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        Assert.Equal(Active | Enabled, machine.Request(VirtualInterruptOperation.SetActive, 40));
        Assert.Equal(
            Active | Pending | Enabled, machine.Request(VirtualInterruptOperation.SetPending, 40));
        Assert.Equal(Pending | Enabled, machine.Request(VirtualInterruptOperation.ClearActive, 40));
        Assert.Equal(Enabled, machine.Request(VirtualInterruptOperation.ClearPending, 40));
    }

    [Fact]
    public void An_interrupt_is_let_in_between_two_that_move_into_slots()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 40; interrupt < 46; interrupt++)
        {
            machine.Configure(interrupt, isEdge: true);
            machine.Request(VirtualInterruptOperation.SetPending, interrupt);
        }
        uint bell = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts, bell).Succeeds();
        machine.Request(VirtualInterruptOperation.ClearPending, 40);
        machine.Request(VirtualInterruptOperation.ClearPending, 41);
        kernel.Machine.AtPreemption =
            () => kernel.Machine.Interrupts.Raise(BootImage.InterruptIds[0]);
        machine.Configure(50, isEdge: true);
        kernel.Machine.AtPreemption = null;
        Assert.False(machine.Row().Interrupts.Pending.Has(44));
        Assert.True(machine.Row().Interrupts.Pending.Has(45));
        kernel.Processor.TakeInterrupts();
        Assert.Equal(1ul, kernel.SemaphoreOf(bell).In(ref kernel.State).Count);
        machine.Configure(50, isEdge: true);
        Assert.False(machine.Row().Interrupts.Pending.Has(45));
    }

    [Fact]
    public void What_waits_in_software_and_is_placed_again_is_pending_once()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Request(VirtualInterruptOperation.SetActive, 40);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        for (uint interrupt = 41; interrupt < 44; interrupt++)
        {
            machine.Configure(interrupt, priority: 0x10, isEdge: true);
            machine.Request(VirtualInterruptOperation.SetPending, interrupt);
        }
        machine.Configure(44, priority: 0x20, isEdge: true);
        machine.Request(VirtualInterruptOperation.SetPending, 44);
        machine.Configure(40, priority: 0x80, isEdge: true);
        Assert.True(machine.Row().Interrupts.Pending.Has(40));
        Assert.Equal(
            Active | Pending | Enabled, machine.Request(VirtualInterruptOperation.SetPending, 40));
        Assert.False(machine.Row().Interrupts.Pending.Has(40));
        Assert.Equal(Active | Enabled, machine.Request(VirtualInterruptOperation.ClearPending, 40));
    }

    [Fact]
    public void What_is_made_active_without_a_free_slot_is_not_delivered_before_it_ends()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 40; interrupt < 45; interrupt++)
        {
            machine.Configure(interrupt, isEdge: true);
            VirtualInterruptState state = machine.Request(
                VirtualInterruptOperation.SetActive, interrupt);
            Assert.Equal(Active | Enabled, state);
        }
        Assert.True(machine.Row().Interrupts.Active.Has(44));
        Assert.Equal(
            Active | Pending | Enabled, machine.Request(VirtualInterruptOperation.SetPending, 44));
        machine.Request(VirtualInterruptOperation.ClearActive, 40);
        Assert.False(machine.Row().Interrupts.Active.Has(40));
        machine.Start();
        Assert.Equal(InterruptSlots.NoInterrupt, machine.Take());
        kernel.WakeRoot();
        Assert.Equal(Pending | Enabled, machine.Request(VirtualInterruptOperation.ClearActive, 44));
        kernel.ParkRoot();
        Assert.Equal(44u, machine.Take());
    }

    [Fact]
    public void What_waits_goes_beside_what_is_made_active_in_a_slot()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 41; interrupt < 45; interrupt++)
        {
            machine.Request(VirtualInterruptOperation.SetActive, interrupt);
        }
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.SetActive, 40);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        Assert.True(machine.Row().Interrupts.Active.Has(40));
        machine.Request(VirtualInterruptOperation.ClearActive, 41);
        Assert.True(machine.Row().Interrupts.Pending.Has(40));
        Assert.Equal(
            Active | Pending | Enabled, machine.Request(VirtualInterruptOperation.SetActive, 40));
        Assert.False(machine.Row().Interrupts.Active.Has(40));
        Assert.False(machine.Row().Interrupts.Pending.Has(40));
        machine.Start();
        machine.End(40);
        Assert.Equal(40u, machine.Take());
    }

    [Fact]
    public void A_raised_line_stays_pending_until_it_is_lowered()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        Assert.Equal(
            Pending | Line | Enabled, machine.Request(VirtualInterruptOperation.RaiseLine, 40));
        Assert.Equal(
            Pending | Line | Enabled, machine.Request(VirtualInterruptOperation.ClearPending, 40));
        Assert.Equal(Enabled, machine.Request(VirtualInterruptOperation.LowerLine, 40));
    }

    [Fact]
    public void A_level_comes_back_after_its_end_while_the_line_is_raised()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        for (int round = 0; round < 3; round++)
        {
            Assert.Equal(40u, machine.Take());
            machine.End(40);
        }
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.LowerLine, 40);
        kernel.ParkRoot();
        Assert.Equal(InterruptSlots.NoInterrupt, machine.Take());
    }

    [Fact]
    public void A_level_comes_back_when_it_is_made_inactive_while_the_line_is_raised()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        Assert.Equal(40u, machine.Take());
        kernel.WakeRoot();
        Assert.Equal(
            Pending | Line | Enabled, machine.Request(VirtualInterruptOperation.ClearActive, 40));
        kernel.ParkRoot();
        Assert.Equal(40u, machine.Take());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_priority_that_is_changed_counts_at_once(bool wasActive)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, priority: 0x40, isEdge: true);
        machine.Configure(41, priority: 0x80, isEdge: true);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        if (wasActive) machine.Request(VirtualInterruptOperation.SetActive, 41);
        machine.Request(VirtualInterruptOperation.SetPending, 41);
        machine.Configure(41, priority: 0x20, isEdge: true);
        if (wasActive) machine.Request(VirtualInterruptOperation.ClearActive, 41);
        machine.Start();
        Assert.Equal(41u, machine.Take());
    }

    [Fact]
    public void An_edge_comes_once()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        Assert.Equal(40u, machine.Take());
        machine.End(40);
        Assert.Equal(InterruptSlots.NoInterrupt, machine.Take());
    }

    [Fact]
    public void A_line_that_is_raised_twice_is_one_edge()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        Assert.Equal(40u, machine.Take());
        machine.End(40);
        kernel.WakeRoot();
        Assert.Equal(Line | Enabled, machine.Request(VirtualInterruptOperation.RaiseLine, 40));
    }

    [Fact]
    public void A_pending_edge_is_cleared_although_its_line_is_raised()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        Assert.Equal(Line | Enabled, machine.Request(VirtualInterruptOperation.ClearPending, 40));
    }

    [Fact]
    public void A_lowered_line_leaves_the_edge_that_it_was()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        Assert.Equal(
            Pending | Enabled, machine.Request(VirtualInterruptOperation.LowerLine, 40));
    }

    [Fact]
    public void Making_active_what_is_active_does_not_pend_its_raised_line()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        Assert.Equal(40u, machine.Take());
        kernel.WakeRoot();
        Assert.Equal(
            Active | Line | Enabled, machine.Request(VirtualInterruptOperation.SetActive, 40));
    }

    [Fact]
    public void Ending_what_is_pending_in_a_slot_leaves_it_pending_once()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Request(VirtualInterruptOperation.SetActive, 40);
        Assert.Equal(
            Pending | Line | Enabled, machine.Request(VirtualInterruptOperation.ClearActive, 40));
        Assert.False(machine.Row().Interrupts.Pending.Has(40));
    }

    [Fact]
    public void A_disabled_interrupt_waits_in_software()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        Assert.Equal(Pending, machine.Configure(40, isEnabled: false, isEdge: true));
        machine.Start();
        Assert.Equal(InterruptSlots.NoInterrupt, machine.Take());
        kernel.WakeRoot();
        machine.Configure(40, isEdge: true);
        kernel.ParkRoot();
        Assert.Equal(40u, machine.Take());
    }

    [Fact]
    public void More_interrupts_than_slots_all_arrive_most_urgent_first()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        Dictionary<uint, byte> priorities = [];
        Random random = new(5);
        for (uint interrupt = 0; interrupt < 40; interrupt++)
        {
            if (interrupt == PrivateInterrupts.VirtualTimer) continue;
            priorities[interrupt] = (byte)(random.Next(16) << 4);
            machine.Configure(interrupt, priority: priorities[interrupt], isEdge: true);
            machine.Request(VirtualInterruptOperation.SetPending, interrupt);
        }
        machine.Start();
        List<uint> taken = [];
        for (uint interrupt = machine.Take(); interrupt != InterruptSlots.NoInterrupt;
            interrupt = machine.Take())
        {
            taken.Add(interrupt);
            machine.End(interrupt);
        }
        Assert.Equal(priorities.Keys.Order(), taken.Order());
        byte[] order = [.. taken.Select(interrupt => priorities[interrupt])];
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void The_end_of_a_bound_interrupt_ends_the_physical_one()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint line = Selectors.BootInterrupts + 2, id = BootImage.InterruptIds[2];
        kernel.Call(Hypercall.BindInterruptToVcpu, line, machine.Selector(), 40).Succeeds();
        machine.Configure(40);
        machine.Start();
        machine.Halt();
        kernel.Interrupt(id);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.True(kernel.Machine.Interrupts[id].IsActive);
        Assert.Equal(40u, machine.Take());
        kernel.Machine.Interrupts.Lower(id);
        machine.End(40);
        Assert.False(kernel.Machine.Interrupts[id].IsActive);
        kernel.Interrupt(id);
        Assert.Equal(40u, machine.Take());
    }

    [Fact]
    public void What_is_no_request_changes_nothing()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        kernel.Machine.MakeCurrent();
        VirtualInterruptState state = Injection<SimulatedAsp>.Request(
            ref kernel.State, ref machine.Context(),
            new VirtualInterruptRequest((VirtualInterruptOperation)15, 40));
        Assert.Equal(Enabled, state);
    }

    [Fact]
    public void What_is_left_when_an_interrupt_is_pending_comes_with_a_notice()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 40; interrupt < 42; interrupt++)
        {
            machine.Configure(interrupt, isEdge: true);
        }

        machine.Start();
        kernel.Machine.MakeCurrent();
        ref VirtualCpu vcpu = ref machine.Row();
        vcpu.Interrupts.Pending.Set(40);
        vcpu.Interrupts.Pending.Set(41);
        kernel.Machine.AtPreemption = () =>
            kernel.Machine.Interrupts.Raise(BootImage.InterruptIds[0]);
        Injection<SimulatedAsp>.Flush(ref kernel.State, ref machine.Context());
        kernel.Machine.AtPreemption = null;
        Assert.True(vcpu.Interrupts.Pending.Has(41));
        Assert.Equal(40u, machine.Take());
        machine.End(40);
        Assert.Equal(41u, machine.Take());
    }
}
