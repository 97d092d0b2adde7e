// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class AcknowledgeInterruptTests
{
    private const uint Line = Selectors.BootInterrupts + 2;

    [Fact]
    public void Only_a_line_that_raises_a_semaphore_is_acknowledged()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.Call(Hypercall.AcknowledgeInterrupt, Line)
            .Refuses(Status.BadParameter, Reason.BadInterrupt);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, machine.Selector(), 40).Succeeds();
        kernel.Call(Hypercall.AcknowledgeInterrupt, Line)
            .Refuses(Status.BadParameter, Reason.BadInterrupt);
        kernel.Call(Hypercall.AcknowledgeInterrupt, Selectors.System)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    public void Acknowledging_opens_the_line_again()
    {
        using KernelHarness kernel = new();
        uint id = BootImage.InterruptIds[2];
        kernel.Call(Hypercall.BindInterrupt, Line, kernel.CreateSemaphore()).Succeeds();
        kernel.Call(Hypercall.AcknowledgeInterrupt, Line).Succeeds();
        kernel.Interrupt(id);
        Assert.True(kernel.Machine.Interrupts[id].IsActive);
        kernel.Machine.Interrupts.Lower(id);
        kernel.Call(Hypercall.AcknowledgeInterrupt, Line).Succeeds();
        Assert.False(kernel.Machine.Interrupts[id].IsActive);
    }
}
