// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Hypercalls;
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;
using Bulkhead.Kernel.Tests.Harness;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CpuArgumentTests
{
    [Theory]
    [InlineData(7ul, Reason.None, 0)]
    [InlineData((1ul << 32) | 7, Reason.None, 0)]
    [InlineData((3ul << 32) | 7, Reason.None, 2)]
    [InlineData((4ul << 32) | 7, Reason.BadCpu, 0)]
    [InlineData((9ul << 32) | 7, Reason.BadCpu, 0)]
    [InlineData(ulong.MaxValue, Reason.BadCpu, 0)]
    public void The_upper_half_names_a_cpu_that_runs_or_the_callers(
        ulong argument, Reason reason, int cpu)
    {
        using KernelHarness kernel = new(cpus: 3);
        ref ExecutionContext root = ref kernel.Root.In(ref kernel.State);
        ResultCode result = CpuArgument.Decode(
            ref kernel.State, ref root, argument, out uint value, out Link<Cpu> found);
        Assert.Equal(reason, result.Reason);
        Assert.Equal((uint)argument, value);
        if (result.IsSuccess) Assert.Equal(cpu, found.In(ref kernel.State).Number);
    }
}
