// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("R-QUOTA-2", "I18", "I22")]
public class OverrunTests
{
    [Fact]
    public void Each_period_whose_budget_ends_too_early_is_counted_and_told()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        kernel.ParkRoot();
        kernel.Advance(99);
        Assert.Equal(0ul, Count(kernel, semaphore));
        kernel.Advance(1);
        Assert.Equal(1ul, Count(kernel, semaphore));
        kernel.Advance(2000);
        Assert.Equal(3ul, Count(kernel, semaphore));
        kernel.WakeRoot();
        Assert.Equal(3ul, kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds()[2]);
    }

    [Fact]
    public void Who_waits_for_it_is_woken()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint greedy = kernel.CreateThread();
        Link<ExecutionContext> monitor = kernel.ContextOf(kernel.StartThread(30));
        kernel.ParkRoot();
        kernel.Wait(monitor, semaphore);
        kernel.WakeRoot();
        kernel.Schedule(greedy, 20, 100, 1000, semaphore);
        kernel.ParkRoot();
        kernel.Advance(99);
        kernel.AssertCurrent(kernel.ContextOf(greedy));
        kernel.Advance(1);
        kernel.AssertCurrent(monitor);
    }

    [Fact]
    public void A_semaphore_of_another_cpu_is_told_there()
    {
        using KernelHarness kernel = new(cpus: 2);
        uint semaphore = kernel.CreateSemaphore(KernelHarness.On(1, 0));
        kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        kernel.ParkRoot();
        kernel.Advance(100);
        Assert.Equal(0ul, Count(kernel, semaphore));
        kernel.Processors[1].TakeInterrupts();
        Assert.Equal(1ul, Count(kernel, semaphore));
    }

    [Fact]
    public void Work_that_ends_in_time_and_turns_are_none()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint gate = kernel.CreateSemaphore();
        uint thread = kernel.CreateThread();
        uint periodic = kernel.Schedule(thread, 20, 100, 1000, semaphore);
        uint turns = kernel.Schedule(kernel.CreateThread(), 10, 100, 0, semaphore);
        kernel.StartThread(10);
        kernel.ParkRoot();
        kernel.Advance(99);
        kernel.Wait(kernel.ContextOf(thread), gate);
        kernel.Advance(1000);
        Assert.Equal(0ul, Count(kernel, semaphore));
        kernel.WakeRoot();
        Assert.Equal(0ul, kernel.Call(Hypercall.ConsumedTime, periodic).Succeeds()[2]);
        Assert.Equal(0ul, kernel.Call(Hypercall.ConsumedTime, turns).Succeeds()[2]);
    }

    [Fact]
    public void A_full_semaphore_stays_full()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore(uint.MaxValue);
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        kernel.ParkRoot();
        kernel.Advance(100);
        Assert.Equal(uint.MaxValue, Count(kernel, semaphore));
        kernel.WakeRoot();
        Assert.Equal(1ul, kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds()[2]);
    }

    [Fact]
    public void A_semaphore_that_goes_away_hears_of_nothing_and_a_count_goes_on()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        Link<Semaphore> link = kernel.SemaphoreOf(semaphore);
        kernel.Call(Hypercall.Discard, semaphore).Succeeds();
        Assert.Equal(0u, link.In(ref kernel.State).BoundCount);
        uint next = kernel.CreateSemaphore();
        Assert.Equal(link, kernel.SemaphoreOf(next));
        kernel.ParkRoot();
        kernel.Advance(100);
        Assert.Equal(0ul, Count(kernel, next));
        kernel.WakeRoot();
        Assert.Equal(1ul, kernel.Call(Hypercall.ConsumedTime, scheduling).Succeeds()[2]);
    }

    [Fact]
    public void A_scheduling_context_that_goes_away_is_not_bound_any_more()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        uint scheduling = kernel.Schedule(kernel.CreateThread(), 20, 100, 1000, semaphore);
        Link<SchedulingContext> link = kernel.SchedulingOf(scheduling);
        Assert.Equal(1u, kernel.SemaphoreOf(semaphore).In(ref kernel.State).BoundCount);
        kernel.Call(Hypercall.Discard, scheduling).Succeeds();
        Assert.Equal(0u, kernel.SemaphoreOf(semaphore).In(ref kernel.State).BoundCount);
        Assert.True(link.In(ref kernel.State).Overrun.IsNone);
    }

    [Fact]
    public void Only_a_semaphore_that_the_caller_may_raise_is_taken()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint semaphore = kernel.CreateSemaphore();
        uint waiter = kernel.FreeSelector();
        kernel.Call(Hypercall.Delegate, semaphore, 0, waiter, (ulong)Rights.SemaphoreDown)
            .Succeeds();
        uint free = kernel.FreeSelector();
        kernel.Call(Hypercall.CreateSchedulingContext, free, thread, 20, 100, 1000, 0, waiter)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.CreateSchedulingContext, free, thread, 20, 100, 1000, 0, thread)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.CreateSchedulingContext, free, thread, 20, 100, 1000, 0, free)
            .Refuses(Status.BadCapability, Reason.SlotEmpty);
        kernel.Schedule(thread, 20, 100, 1000, semaphore);
    }

    private static ulong Count(KernelHarness kernel, uint semaphore) =>
        kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count;
}
