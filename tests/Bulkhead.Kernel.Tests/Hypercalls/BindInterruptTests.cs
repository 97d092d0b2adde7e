// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class BindInterruptTests
{
    private const uint Line = Selectors.BootInterrupts + 2;

    [Fact]
    public void Binding_opens_the_line_with_its_trigger()
    {
        using KernelHarness kernel = new();
        for (uint index = 0; index < BootImage.InterruptIds.Length; index++)
        {
            kernel.Call(Hypercall.BindInterrupt, Selectors.BootInterrupts + index,
                kernel.CreateSemaphore()).Succeeds();
            InterruptState state = kernel.Machine.Interrupts[BootImage.InterruptIds[index]];
            Assert.Equal((true, index < 2), (state.IsEnabled, state.IsEdge));
        }
    }

    [Fact]
    [Verifies("R-FLOW-5", "I28")]
    public void A_line_is_bound_once()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.BindInterrupt, Line, semaphore).Succeeds();
        kernel.Call(Hypercall.BindInterrupt, Line, semaphore)
            .Refuses(Status.Busy, Reason.InterruptBound);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, machine.Selector(), 40)
            .Refuses(Status.Busy, Reason.InterruptBound);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line + 1, machine.Selector(), 40).Succeeds();
        kernel.Call(Hypercall.BindInterrupt, Line + 1, semaphore)
            .Refuses(Status.Busy, Reason.InterruptBound);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line + 2, machine.Selector(), 40)
            .Refuses(Status.Busy, Reason.InterruptBound);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line + 2, machine.Selector(), 41).Succeeds();
    }

    [Fact]
    [Verifies("R-PRIVILEGE-1")]
    public void Capabilities_are_checked()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(), thread = kernel.CreateThread();
        kernel.Call(Hypercall.BindInterrupt, semaphore, semaphore)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.BindInterrupt, Line, Line)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, thread, 40)
            .Refuses(Status.BadParameter, Reason.NotAVcpu);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, semaphore, 40)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.AcknowledgeInterrupt, semaphore)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.AcknowledgeInterrupt, Line)
            .Refuses(Status.BadParameter, Reason.BadInterrupt);
    }
}
