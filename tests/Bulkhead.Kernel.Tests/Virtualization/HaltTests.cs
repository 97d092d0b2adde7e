// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Virtualization;

[Verifies("I29")]
public class HaltTests
{
    [Fact]
    public void An_interrupt_ends_the_wait_if_it_is_enabled()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Configure(41, isEnabled: false, isEdge: true);
        machine.Start();
        machine.Halt();
        kernel.AssertIdle();
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 41);
        Assert.Equal(ContextState.Halted, machine.Context().State);
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        Assert.Equal(ContextState.Ready, machine.Context().State);
        kernel.ParkRoot();
        Assert.Equal(40u, machine.Take());
    }

    [Fact]
    public void Enabling_what_is_pending_ends_the_wait()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Request(VirtualInterruptOperation.RaiseLine, 40);
        machine.Start();
        machine.Halt();
        kernel.WakeRoot();
        Assert.Equal(ContextState.Halted, machine.Context().State);
        machine.Configure(40);
        Assert.Equal(ContextState.Ready, machine.Context().State);
    }

    [Fact]
    public void A_timer_that_has_expired_is_not_waited_for()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        GuestTimer.Set(ref machine.Row(), kernel.Now);
        machine.Halt();
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Fact]
    public void The_guests_timer_ends_the_wait_at_its_tick()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(PrivateInterrupts.VirtualTimer);
        machine.Start();
        GuestTimer.Set(ref machine.Row(), kernel.Now + 700);
        machine.Halt();
        kernel.Advance(699);
        kernel.AssertIdle();
        kernel.Advance(1);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(PrivateInterrupts.VirtualTimer, machine.Take());
        GuestTimer.Set(ref machine.Row(), ulong.MaxValue);
        machine.End(PrivateInterrupts.VirtualTimer);
        machine.Halt();
        kernel.AssertIdle();
    }

    [Fact]
    public void The_timer_of_a_displaced_guest_is_the_kernels_to_watch()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        machine.Configure(PrivateInterrupts.VirtualTimer, number: 0);
        machine.Start();
        kernel.AssertCurrent(machine.Vcpu(1));
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector(0)).Succeeds();
        kernel.ParkRoot();
        if (kernel.Current == machine.Vcpu(1)) machine.Halt();
        machine.ExpectExit(ExitKind.Recall);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu(0));
        ulong expiry = kernel.Now + 5000;
        GuestTimer.Set(ref machine.Row(0), expiry);
        machine.Halt();
        Assert.False(machine.Row(0).Timer.IsArmed);
        // The other guest takes the hardware over.
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector(1)).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Recall);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu(1));
        Assert.True(machine.Row(0).Timer.IsArmed);
        machine.Halt();
        kernel.Advance(expiry - kernel.Now - 1);
        kernel.AssertIdle();
        kernel.Advance(1);
        kernel.AssertCurrent(machine.Vcpu(0));
        Assert.Equal(PrivateInterrupts.VirtualTimer, machine.Take(0));
    }

    [Fact]
    public void Full_slots_do_not_let_a_guest_sleep_through_an_interrupt()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 40; interrupt < 45; interrupt++)
        {
            machine.Configure(interrupt, isEdge: true);
        }
        for (uint interrupt = 40; interrupt < 44; interrupt++)
        {
            machine.Request(VirtualInterruptOperation.SetPending, interrupt);
        }
        machine.Start();
        for (uint interrupt = 40; interrupt < 44; interrupt++)
        {
            Assert.Equal(interrupt, machine.Take());
        }
        machine.Halt();
        Assert.Equal(ContextState.Halted, machine.Context().State);
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 44);
        Assert.Equal(ContextState.Ready, machine.Context().State);
        kernel.ParkRoot();
        machine.End(41);
        Assert.Equal(44u, machine.Take());
    }

    [Fact]
    public void The_last_that_halts_rests_in_the_queue_and_comes_behind_whoever_wakes_first()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 1, priority: 20);
        machine.Configure(PrivateInterrupts.VirtualTimer);
        uint semaphore = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        kernel.Schedule(thread, 20, 0, 0);
        Link<ExecutionContext> other = kernel.ContextOf(thread);
        machine.Start();
        GuestTimer.Set(ref machine.Row(), kernel.Now + 10);
        machine.Halt();
        kernel.AssertCurrent(other);
        kernel.Call(other, Hypercall.SemaphoreDown, semaphore, kernel.Now + 300, 0);
        kernel.AssertIdle();
        Assert.True(kernel.Cpu.Resting.IsNone);
        kernel.Advance(10);
        Assert.Equal(PrivateInterrupts.VirtualTimer, machine.Take());
        GuestTimer.Set(ref machine.Row(), kernel.Now + 690);
        machine.End(PrivateInterrupts.VirtualTimer);
        machine.Halt();
        kernel.AssertIdle();
        Assert.False(kernel.Cpu.Resting.IsNone);
        kernel.Advance(290);
        kernel.AssertCurrent(other);
        Assert.True(kernel.Cpu.Resting.IsNone);
        Assert.Equal(
            SchedulingState.Blocked,
            machine.Context().BlockedScheduling.In(ref kernel.State).State);
        kernel.Advance(400);
        kernel.AssertCurrent(other);
        kernel.Call(other, Hypercall.Yield);
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Fact]
    public void A_displaced_guest_that_stops_leaves_no_timer()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        machine.Configure(PrivateInterrupts.VirtualTimer, number: 0);
        machine.Start();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector(0)).Succeeds();
        kernel.ParkRoot();
        if (kernel.Current == machine.Vcpu(1)) machine.Halt();
        machine.ExpectExit(ExitKind.Recall);
        machine.Answer(ExitAction.Resume);
        GuestTimer.Set(ref machine.Row(0), kernel.Now + 5000);
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector(1)).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Recall);
        machine.Answer(ExitAction.Resume);
        Assert.True(machine.Row(0).Timer.IsArmed);
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector(0)).Succeeds();
        Assert.False(machine.Row(0).Timer.IsArmed);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_guest_that_gave_its_timer_up_before_it_waits_is_woken_at_its_tick()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(PrivateInterrupts.VirtualTimer);
        machine.Start();
        GuestTimer.Set(ref machine.Row(), kernel.Now + 700);
        kernel.Processor.GuestHypercall(0);
        machine.Answer(
            ExitAction.SetRegisters | ExitAction.Wait, 0, 0, 0, 0, (ulong)RegisterGroups.System);
        kernel.Advance(699);
        kernel.AssertIdle();
        kernel.Advance(1);
        kernel.AssertCurrent(machine.Vcpu());
        Assert.Equal(PrivateInterrupts.VirtualTimer, machine.Take());
    }

    [Fact]
    public void A_guest_without_a_timer_is_not_watched()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer(
            ExitAction.SetRegisters | ExitAction.Wait, 0, 0, 0, 0, (ulong)RegisterGroups.System);
        kernel.AssertIdle();
        Assert.False(machine.Row().Timer.IsArmed);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_displaced_guests_timer_does_not_delay_an_earlier_one()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel, count: 2);
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> sleeper = kernel.ContextOf(kernel.StartThread(60));
        kernel.ParkRoot();
        kernel.Wait(sleeper, semaphore, kernel.Now + 300);
        machine.ExpectExit(ExitKind.Startup);
        machine.Answer(ExitAction.Resume);
        GuestTimer.Set(ref machine.Row(0), kernel.Now + 5000);
        machine.Halt();
        machine.ExpectExit(ExitKind.Startup);
        Assert.False(machine.Row(0).Timer.IsArmed);
        machine.Answer(ExitAction.Resume);
        kernel.AssertCurrent(machine.Vcpu(1));
        Assert.True(machine.Row(0).Timer.IsArmed);
        kernel.Advance(300);
        kernel.AssertCurrent(sleeper);
    }

    [Fact]
    public void A_watched_guest_that_something_else_wakes_is_watched_no_more()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Configure(40, isEdge: true);
        machine.Start();
        GuestTimer.Set(ref machine.Row(), kernel.Now + 700);
        kernel.Processor.GuestHypercall(0);
        machine.Answer(
            ExitAction.SetRegisters | ExitAction.Wait, 0, 0, 0, 0, (ulong)RegisterGroups.System);
        Assert.True(machine.Row().Timer.IsArmed);
        kernel.WakeRoot();
        machine.Request(VirtualInterruptOperation.SetPending, 40);
        Assert.False(machine.Row().Timer.IsArmed);
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void What_waits_for_a_slot_keeps_a_guest_awake()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        for (uint interrupt = 40; interrupt < 45; interrupt++)
        {
            machine.Configure(interrupt, isEdge: true);
            machine.Request(VirtualInterruptOperation.SetPending, interrupt);
        }
        machine.Start();
        for (uint interrupt = 40; interrupt < 44; interrupt++)
        {
            Assert.Equal(interrupt, machine.Take());
        }
        Assert.True(machine.Row().Interrupts.HasCandidate);
        machine.Halt();
        kernel.AssertCurrent(machine.Vcpu());
    }

    [Fact]
    public void A_recall_during_an_exit_is_not_slept_through()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Recall, machine.Selector()).Succeeds();
        kernel.ParkRoot();
        machine.ExpectExit(ExitKind.Hypercall);
        machine.Answer(ExitAction.Advance | ExitAction.Wait);
        machine.ExpectExit(ExitKind.Recall);
    }
}
