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
}
