// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Interrupts;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Interrupts;

[Verifies("R-FLOW-5", "I28")]
public class InterruptEntryTests
{
    [Fact]
    public void A_drivers_line_is_quiet_until_it_acknowledges()
    {
        using KernelHarness kernel = new();
        uint line = Selectors.BootInterrupts + 3, id = BootImage.InterruptIds[3];
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, line, semaphore).Succeeds();
        for (ulong round = 1; round <= 3; round++)
        {
            kernel.Interrupt(id);
            kernel.Interrupt(id);
            Assert.Equal(round, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
            kernel.Machine.Interrupts.Lower(id);
            kernel.Call(Hypercall.AcknowledgeInterrupt, line).Succeeds();
        }
    }

    [Fact]
    public void A_line_that_is_still_raised_comes_again()
    {
        using KernelHarness kernel = new();
        uint line = Selectors.BootInterrupts + 3;
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, line, semaphore).Succeeds();
        kernel.Interrupt(BootImage.InterruptIds[3]);
        kernel.Call(Hypercall.AcknowledgeInterrupt, line).Succeeds();
        kernel.Processor.TakeInterrupts();
        Assert.Equal(2ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_driver_of_higher_priority_preempts()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 3, semaphore).Succeeds();
        Link<ExecutionContext> driver = kernel.ContextOf(kernel.StartThread(100));
        Link<ExecutionContext> other = kernel.ContextOf(kernel.StartThread(50));
        kernel.ParkRoot();
        kernel.Wait(driver, semaphore);
        kernel.AssertCurrent(other);
        kernel.Interrupt(BootImage.InterruptIds[3]);
        kernel.AssertCurrent(driver);
    }

    [Fact]
    public void An_interrupt_ends_idling()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 3, semaphore).Succeeds();
        Link<ExecutionContext> driver = kernel.ContextOf(kernel.StartThread(100));
        kernel.ParkRoot();
        kernel.Wait(driver, semaphore);
        kernel.AssertIdle();
        kernel.Interrupt(BootImage.InterruptIds[3]);
        kernel.AssertCurrent(driver);
    }

    [Fact]
    public void What_nobody_owns_is_closed_for_good()
    {
        using KernelHarness kernel = new();
        kernel.Machine.Interrupts.Open(200, isEdge: false);
        kernel.Interrupt(200);
        Assert.Equal((false, false),
            (kernel.Machine.Interrupts[200].IsEnabled, kernel.Machine.Interrupts[200].IsActive));
        kernel.AssertCurrent(kernel.Root);
    }

    [Fact]
    public void What_nobody_is_bound_to_is_closed_until_somebody_is()
    {
        using KernelHarness kernel = new();
        uint id = BootImage.InterruptIds[3];
        kernel.Machine.Interrupts.Open(id, isEdge: false);
        kernel.Interrupt(id);
        Assert.Equal((false, false),
            (kernel.Machine.Interrupts[id].IsEnabled, kernel.Machine.Interrupts[id].IsActive));
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 3, semaphore).Succeeds();
        kernel.Processor.TakeInterrupts();
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void One_entry_takes_one()
    {
        using KernelHarness kernel = new();
        for (uint id = 200; id < 210; id++)
        {
            kernel.Machine.Interrupts.Open(id, isEdge: true);
            kernel.Machine.Interrupts.Raise(id);
        }
        InterruptEntry<SimulatedAsp>.Handle(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(9, Enumerable.Range(200, 10)
            .Count(id => kernel.Machine.Interrupts[(uint)id].IsDeliverable));
    }

    [Fact]
    public void A_storm_beyond_the_greatest_count_is_swallowed()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(uint.MaxValue);
        kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + 1, semaphore).Succeeds();
        kernel.Interrupt(BootImage.InterruptIds[1]);
        Assert.Equal(uint.MaxValue, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_trap_without_interrupt_changes_nothing()
    {
        using KernelHarness kernel = new();
        kernel.Machine.MakeCurrent();
        Assert.Equal(0, kernel.Cpu.MustDispatch);
        InterruptEntry<SimulatedAsp>.Handle(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(0, kernel.Cpu.MustDispatch);
        kernel.CheckInvariants();
    }
}
