// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class StopContextTests
{
    [Fact]
    public void A_stopped_virtual_cpu_is_stopped_for_good()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        machine.Halt();
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector())
            .Refuses(Status.Aborted, Reason.ObjectGone);
        kernel.ParkRoot();
        kernel.AssertIdle();
    }

    [Fact]
    public void A_virtual_cpu_that_is_off_can_be_stopped_too()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new VirtualMachine(kernel).Start();
        kernel.Processor.GuestHypercall(0);
        machine.Answer(ExitAction.Off);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Stop, machine.Selector()).Succeeds();
        kernel.Call(Hypercall.Recall, machine.Selector())
            .Refuses(Status.Aborted, Reason.ObjectGone);
    }

    [Fact]
    public void Stopping_twice_changes_nothing()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.StartThread(10);
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        kernel.Call(Hypercall.Stop, thread).Succeeds();
        Assert.Equal(ContextState.Off, kernel.ContextOf(thread).In(ref kernel.State).State);
    }
}
