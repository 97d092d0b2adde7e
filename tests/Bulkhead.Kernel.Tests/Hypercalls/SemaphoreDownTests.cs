// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class SemaphoreDownTests
{
    [Fact]
    public void Down_takes_one_or_all()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(5);
        Assert.Equal(
            1ul, kernel.Call(Hypercall.SemaphoreDown, semaphore, ulong.MaxValue, 0).Succeeds()[1]);
        Assert.Equal(4ul, kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 1).Succeeds()[1]);
        kernel.Call(Hypercall.SemaphoreDown, semaphore, 0, 1)
            .Refuses(Status.Timeout, Reason.DeadlinePassed);
    }

    [Fact]
    public void A_deadline_that_has_passed_is_polling()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.SemaphoreDown, semaphore, kernel.Now, 0)
            .Refuses(Status.Timeout, Reason.DeadlinePassed);
        Assert.Equal(ContextState.Ready, kernel.Root.In(ref kernel.State).State);
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.SemaphoreDown, semaphore, 1, 0).Succeeds();
    }

    [Fact]
    public void A_waiter_gets_one_even_when_it_wanted_all()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> thread = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Call(thread, Hypercall.SemaphoreDown, semaphore, ulong.MaxValue, 1);
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        Assert.Equal(1ul, kernel.ResultOf(thread).Succeeds()[1]);
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_deadline_that_is_now_has_passed()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        kernel.Call(Hypercall.SemaphoreDown, semaphore, kernel.Now, 0)
            .Refuses(Status.Timeout, Reason.DeadlinePassed);
        kernel.AssertCurrent(kernel.Root);
    }
}
