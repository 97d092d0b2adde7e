// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class VirtualInterruptTests
{
    [Fact]
    public void A_request_names_a_virtual_cpu_an_interrupt_and_an_operation()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint thread = kernel.CreateThread();
        kernel.Call(Hypercall.VirtualInterrupt, thread, 0)
            .Refuses(Status.BadParameter, Reason.NotAVcpu);
        kernel.Call(Hypercall.VirtualInterrupt, Selectors.System, 0)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        Request(256, 0).Refuses(Status.BadParameter, Reason.BadInterrupt);
        Request(40, 8).Refuses(Status.BadParameter, Reason.BadArgument);
        Request(40, 15).Refuses(Status.BadParameter, Reason.BadArgument);
        Request(255, 7).Succeeds();

        CallResult Request(ulong interrupt, ulong operation) =>
            kernel.Call(
                Hypercall.VirtualInterrupt, machine.Selector(), interrupt | (operation << 12));
    }

    [Theory]
    [InlineData(VirtualInterruptOperation.RaiseLine)]
    [InlineData(VirtualInterruptOperation.LowerLine)]
    public void The_line_of_a_bound_interrupt_is_its_devices(VirtualInterruptOperation operation)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.Call(
            Hypercall.BindInterruptToVcpu, Selectors.BootInterrupts + 2, machine.Selector(), 40)
            .Succeeds();
        VirtualInterruptRequest bound = new(operation, 40);
        kernel.Call(Hypercall.VirtualInterrupt, machine.Selector(), bound.Value)
            .Refuses(Status.Busy, Reason.InterruptBound);
        VirtualInterruptRequest other = new(operation, 41);
        kernel.Call(Hypercall.VirtualInterrupt, machine.Selector(), other.Value).Succeeds();
    }

    [Fact]
    public void A_virtual_cpu_of_another_cpu_is_asked_while_that_stands_still()
    {
        using KernelHarness kernel = new(cpus: 2);
        VirtualMachine machine = new(kernel, cpu: 1);
        kernel.Processors[1].TakeInterrupts();
        kernel.State.Cpus[1].MustDispatch = 0;
        int repeats = kernel.Machine.RepeatCount;
        VirtualInterruptRequest pend = new(VirtualInterruptOperation.SetPending, 40);
        kernel.Call(Hypercall.VirtualInterrupt, machine.Selector(), pend.Value).Succeeds();
        Assert.Equal(
            (repeats, (byte)1), (kernel.Machine.RepeatCount, kernel.State.Cpus[1].MustDispatch));
        Assert.True(machine.Row().Interrupts.Pending.Has(40));
        Assert.Equal(0u, kernel.State.Shared.Owner);
        kernel.Processors[1].TakeInterrupts();
    }
}
