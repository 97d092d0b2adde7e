// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class VcpuArgumentTests
{
    [Fact]
    public void Threads_and_virtual_cpus_are_told_apart()
    {
        using KernelHarness kernel = new();
        VirtualMachine machine = new(kernel);
        uint thread = kernel.CreateThread();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[3] = thread;
        root.Frame[4] = machine.Selector();
        Assert.Equal(
            Reason.NotAVcpu, VcpuArgument.Find(
                ref kernel.State, ref root, 3, out Link<ExecutionContext> _).Reason);
        Assert.True(VcpuArgument.Find(
            ref kernel.State, ref root, 4, out Link<ExecutionContext> vcpu).IsSuccess);
        Assert.Equal(machine.Vcpu(), vcpu);
        Assert.True(VcpuArgument.FindContext(
            ref kernel.State, ref root, 3, out Link<ExecutionContext> found).IsSuccess);
        Assert.Equal(kernel.ContextOf(thread), found);
    }

    [Fact]
    [Verifies("R-PRIVILEGE-1")]
    public void Nothing_is_found_without_the_right()
    {
        using KernelHarness kernel = new();
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        root.Frame[3] = Selectors.System;
        ResultCode result = VcpuArgument.FindContext(
            ref kernel.State, ref root, 3, out Link<ExecutionContext> found);
        Assert.Equal((Reason.RightMissing, true), (result.Reason, found.IsNone));
    }
}
