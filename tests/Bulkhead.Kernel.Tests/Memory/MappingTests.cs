// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Memory;

public class MappingTests
{
    [Fact]
    public void A_row_is_free_until_it_has_a_domain()
    {
        using SimulatedMachine machine = new();
        ref KernelState state = ref machine.State;
        Assert.Equal(0, FreeRow.Find<Mapping>(state.Mappings));
        state.Mappings[0].Domain = Link<ProtectionDomain>.To(ref state, ref state.Domains[0]);
        Assert.Equal(1, FreeRow.Find<Mapping>(state.Mappings));
    }
}
