// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class SchedulingContextTests
{
    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0, FreeRow.Find<SchedulingContext>(machine.State.SchedulingContexts));
        machine.State.SchedulingContexts[0].Header.Kind = ObjectKind.SchedulingContext;
        Assert.Equal(1, FreeRow.Find<SchedulingContext>(machine.State.SchedulingContexts));
    }
}
