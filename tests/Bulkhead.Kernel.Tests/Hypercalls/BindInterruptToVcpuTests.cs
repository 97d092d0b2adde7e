// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class BindInterruptToVcpuTests
{
    private const uint Line = Selectors.BootInterrupts + 2;

    [Theory]
    [InlineData(31ul)]
    [InlineData(256ul)]
    [InlineData(ulong.MaxValue)]
    public void Only_shared_virtual_numbers_can_be_bound(ulong number)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, machine.Selector(), number)
            .Refuses(Status.BadParameter, Reason.BadInterrupt);
    }

    [Theory]
    [InlineData(VirtualInterruptOperation.SetPending, VirtualInterruptOperation.ClearPending)]
    [InlineData(VirtualInterruptOperation.SetActive, VirtualInterruptOperation.ClearActive)]
    [InlineData(VirtualInterruptOperation.RaiseLine, VirtualInterruptOperation.LowerLine)]
    public void A_virtual_interrupt_on_its_way_cannot_be_bound(
        VirtualInterruptOperation begin, VirtualInterruptOperation end)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        machine.Request(begin, 40);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, machine.Selector(), 40)
            .Refuses(Status.Busy, Reason.VirtualInterruptInUse);
        machine.Request(end, 40);
        kernel.Call(Hypercall.BindInterruptToVcpu, Line, machine.Selector(), 40).Succeeds();
    }

    [Theory]
    [InlineData(0u, 32ul)]
    [InlineData(3u, 255ul)]
    public void The_line_is_open_with_its_trigger(uint index, ulong number)
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        kernel.Call(Hypercall.BindInterruptToVcpu, Selectors.BootInterrupts + index,
            machine.Selector(), number).Succeeds();
        Assert.True(kernel.Machine.Interrupts[BootImage.InterruptIds[index]].IsEnabled);
        Assert.Equal(
            index < 2, kernel.Machine.Interrupts[BootImage.InterruptIds[index]].IsEdge);
    }
}
