// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Objects;

public class SemaphoreTests
{
    [Fact]
    public void A_row_is_free_until_it_is_an_object()
    {
        using SimulatedMachine machine = new();
        Assert.Equal(0, FreeRow.Find<Semaphore>(machine.State.Semaphores));
        machine.State.Semaphores[0].Header.Kind = ObjectKind.Semaphore;
        Assert.Equal(1, FreeRow.Find<Semaphore>(machine.State.Semaphores));
    }
}
