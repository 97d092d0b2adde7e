// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class VirtualCpuTests
{
    [Fact]
    public void A_row_is_free_until_it_has_a_context()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        Assert.Equal(0, FreeRow.Find<VirtualCpu>(state.Vcpus));
        state.Vcpus[0].Context = Link<ExecutionContext>.To(ref state, ref state.Contexts[0]);
        Assert.Equal(1, FreeRow.Find<VirtualCpu>(state.Vcpus));
    }

    [Fact]
    public void Every_exit_kind_has_a_portal() =>
        Assert.Equal(VirtualCpu.ExitKinds, Enum.GetValues<ExitKind>().Length);
}
