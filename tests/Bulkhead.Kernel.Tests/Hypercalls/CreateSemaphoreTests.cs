// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

public class CreateSemaphoreTests
{
    [Fact]
    public void Every_argument_is_checked()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.CreateSemaphore, 0, 0).Refuses(Status.BadCapability, Reason.SlotZero);
        kernel.Call(Hypercall.CreateSemaphore, 256, 0)
            .Refuses(Status.BadCapability, Reason.SelectorOutOfRange);
        kernel.Call(Hypercall.CreateSemaphore, kernel.FreeSelector(), 2ul << 32)
            .Refuses(Status.BadParameter, Reason.BadCpu);
        kernel.Call(Hypercall.CreateSemaphore, kernel.FreeSelector(), (1ul << 32) | 7).Succeeds();
        kernel.Call(Hypercall.CreateSemaphore, kernel.FreeSelector(), uint.MaxValue).Succeeds();
    }

    [Fact]
    [Verifies("R-RESIDUE-1", "I31")]
    public void A_row_of_a_dead_semaphore_starts_with_the_new_count()
    {
        using KernelHarness kernel = new();
        uint first = kernel.CreateSemaphore(9);
        var row = kernel.SemaphoreOf(first);
        kernel.Call(Hypercall.Discard, first).Succeeds();
        uint second = kernel.CreateSemaphore(2);
        Assert.Equal(row, kernel.SemaphoreOf(second));
        Assert.Equal(2ul, row.In(ref kernel.State).Count);
    }

    [Fact]
    [Verifies("R-QUOTA-4")]
    public void The_pool_bounds_the_number()
    {
        using KernelHarness kernel = new();
        for (int count = 0; count < KernelState.SemaphoresMax; count++) kernel.CreateSemaphore();
        kernel.Call(Hypercall.CreateSemaphore, kernel.FreeSelector(), 0)
            .Refuses(Status.NoResources, Reason.PoolExhausted);
    }
}
