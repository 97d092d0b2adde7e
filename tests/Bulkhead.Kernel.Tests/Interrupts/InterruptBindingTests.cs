// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Processors;

namespace Bulkhead.Kernel.Tests.Interrupts;

[Verifies("R-FLOW-5", "R-RECOVERY-1", "I28", "I30")]
public class InterruptBindingTests
{
    [Fact]
    public void An_interrupt_whose_semaphore_went_away_can_be_bound_afresh()
    {
        using KernelHarness kernel = new();
        uint line = Selectors.BootInterrupts + 2;
        uint id = BootImage.InterruptIds[2];
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, line, semaphore).Succeeds();
        kernel.Interrupt(id);
        Assert.True(kernel.Machine.Interrupts[id].IsActive);
        kernel.Call(Hypercall.Discard, semaphore).Succeeds();
        Assert.False(kernel.Machine.Interrupts[id].IsActive);
        Assert.False(kernel.Machine.Interrupts[id].IsEnabled);
        uint fresh = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, line, fresh).Succeeds();
        kernel.Processor.TakeInterrupts();
        Assert.Equal(1ul, kernel.SemaphoreOf(fresh).In(ref kernel.State).Count);
    }

    [Fact]
    public void An_interrupt_that_is_unbound_while_the_guest_handles_it_is_not_ended_twice()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint line = Selectors.BootInterrupts + 2, id = BootImage.InterruptIds[2];
        kernel.Call(Hypercall.BindInterruptToVcpu, line, machine.Selector(), 40).Succeeds();
        machine.Configure(40);
        machine.Start();
        kernel.Interrupt(id);
        Assert.Equal(40u, machine.Take());
        kernel.WakeRoot();
        kernel.Call(Hypercall.Discard, line).Succeeds();
        Assert.False(kernel.Machine.Interrupts[id].IsActive);
        Assert.False(machine.Row().Interrupts.Bound.Has(40));
        InterruptSlot slot = InterruptSlots.Get(
            in machine.Row(), InterruptSlots.Find(in machine.Row(), 40));
        Assert.Equal((true, false), (slot.IsActive, slot.IsBound));
        kernel.ParkRoot();
        machine.End(40);
        Assert.Equal(InterruptSlots.NoInterrupt, machine.Take());
    }

    [Fact]
    public void A_semaphore_knows_how_many_interrupts_raise_it()
    {
        using KernelHarness kernel = new();
        uint line = Selectors.BootInterrupts + 2, semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, line, semaphore).Succeeds();
        kernel.Call(Hypercall.BindInterrupt, line + 1, semaphore).Succeeds();
        Assert.Equal(2u, kernel.SemaphoreOf(semaphore).In(ref kernel.State).BoundCount);
        kernel.Call(Hypercall.Discard, line).Succeeds();
        Assert.Equal(1u, kernel.SemaphoreOf(semaphore).In(ref kernel.State).BoundCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_cpu_that_the_interrupt_went_to_stands_still_while_it_is_unbound(bool isVcpu)
    {
        using KernelHarness kernel = new(cpus: 2);
        uint line = Selectors.BootInterrupts + 2;
        if (isVcpu)
        {
            VirtualMachine machine = new(kernel, cpu: 1);
            kernel.Call(Hypercall.BindInterruptToVcpu, line, machine.Selector(), 40).Succeeds();
        }
        else
        {
            uint semaphore = kernel.CreateSemaphore(KernelHarness.On(1, 0));
            kernel.Call(Hypercall.BindInterrupt, line, semaphore).Succeeds();
        }

        kernel.Processors[1].TakeInterrupts();
        kernel.Machine.MakeCurrent(0);
        Assert.True(StructureLock<SimulatedAsp>.TryEnter(ref kernel.State, ref kernel.Cpu));
        InterruptBinding<SimulatedAsp>.End(
            ref kernel.State, ref kernel.InterruptOf(line).In(ref kernel.State));
        Assert.Equal(0b10u, kernel.State.Shared.Held);
        StructureLock<SimulatedAsp>.Leave(ref kernel.State, ref kernel.Cpu);
        kernel.Processors[1].TakeInterrupts();
        kernel.CheckInvariants();
    }

    [Fact]
    public void An_interrupt_whose_virtual_cpu_went_away_can_be_bound_afresh()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint line = Selectors.BootInterrupts + 2, id = BootImage.InterruptIds[2];
        kernel.Call(Hypercall.BindInterruptToVcpu, line, machine.Selector(), 40).Succeeds();
        Assert.True(kernel.Machine.Interrupts[id].IsEnabled);
        kernel.Call(Hypercall.Discard, machine.Selector()).Succeeds();
        Assert.True(kernel.InterruptOf(line).In(ref kernel.State).Vcpu.IsNone);
        Assert.False(kernel.Machine.Interrupts[id].IsEnabled);
        kernel.Call(Hypercall.BindInterrupt, line, kernel.CreateSemaphore()).Succeeds();
    }
}
