// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class InterruptLineTests
{
    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0, FreeRow.Find<InterruptLine>(machine.State.Interrupts));
        machine.State.Interrupts[0].Header.Kind = ObjectKind.Interrupt;
        Assert.Equal(1, FreeRow.Find<InterruptLine>(machine.State.Interrupts));
    }
}
