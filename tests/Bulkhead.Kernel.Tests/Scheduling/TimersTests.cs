// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Objects;
using Bulkhead.Kernel.Scheduling;

namespace Bulkhead.Kernel.Tests.Scheduling;

[Verifies("I20")]
public class TimersTests
{
    [Fact]
    public void Deadlines_expire_in_their_order_at_their_tick()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext>[] threads =
            [.. Enumerable.Range(0, 4).Select(_ => kernel.ContextOf(kernel.StartThread(10)))];
        kernel.ParkRoot();
        ulong start = kernel.Now;
        ulong[] deadlines = [400, 100, 300, 200];
        for (int index = 0; index < 4; index++)
        {
            kernel.Wait(threads[index], semaphore, start + deadlines[index]);
        }
        foreach (int index in new[] { 1, 3, 2, 0 })
        {
            kernel.Advance(start + deadlines[index] - kernel.Now - 1);
            kernel.AssertIdle();
            kernel.Advance(1);
            kernel.AssertCurrent(threads[index]);
            kernel.ResultOf(threads[index]).Refuses(Status.Timeout, Reason.DeadlinePassed);
            kernel.Wait(threads[index], semaphore);
        }
        Assert.Equal(ulong.MaxValue, kernel.Machine.Clock.DeadlineTicks);
    }

    [Fact]
    public void Everything_that_is_due_expires_at_once()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext>[] threads =
            [.. Enumerable.Range(0, 5).Select(_ => kernel.ContextOf(kernel.StartThread(10)))];
        kernel.ParkRoot();
        foreach (Link<ExecutionContext> thread in threads)
        {
            kernel.Wait(thread, semaphore, kernel.Now + 100);
        }
        kernel.Advance(100);
        foreach (Link<ExecutionContext> thread in threads)
        {
            Assert.Equal(ContextState.Ready, thread.In(ref kernel.State).State);
        }
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Fact]
    public void A_wait_that_ended_before_its_deadline_leaves_no_timer()
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext> thread = kernel.ContextOf(kernel.StartThread(10));
        kernel.ParkRoot();
        kernel.Wait(thread, semaphore, kernel.Now + 100);
        kernel.WakeRoot();
        kernel.Call(Hypercall.SemaphoreUp, semaphore).Succeeds();
        Assert.Equal(0, kernel.Cpu.Timers.Count);
        kernel.Advance(1000);
        Assert.Equal(1ul, kernel.ResultOf(thread).Succeeds()[1]);
    }

    [Fact]
    public void A_budget_that_goes_while_it_waits_leaves_no_timer()
    {
        using KernelHarness kernel = new();
        uint thread = kernel.CreateThread();
        uint scheduling = kernel.Schedule(thread, 20, 100, 1000);
        kernel.ParkRoot();
        kernel.Advance(100);
        kernel.AssertIdle();
        Assert.Equal(1, kernel.Cpu.Timers.Count);
        kernel.WakeRoot();
        kernel.Call(Hypercall.Discard, scheduling).Succeeds();
        Assert.Equal(0, kernel.Cpu.Timers.Count);
    }

    [Theory]
    [InlineData(16, false)]
    [InlineData(17, true)]
    public void After_sixteen_others_come_first_for_a_while(int count, bool isLeft)
    {
        using KernelHarness kernel = new();
        uint semaphore = kernel.CreateSemaphore();
        Link<ExecutionContext>[] threads =
            [.. Enumerable.Range(0, count).Select(_ => kernel.ContextOf(kernel.StartThread(10)))];
        kernel.ParkRoot();
        ulong due = kernel.Now + 100;
        foreach (Link<ExecutionContext> thread in threads) kernel.Wait(thread, semaphore, due);
        kernel.Machine.MakeCurrent();
        kernel.Machine.Clock.Ticks = due;
        SimulatedAsp.ArmTimer(ulong.MaxValue);
        Timers<SimulatedAsp>.Expire(ref kernel.State, ref kernel.Cpu);
        Assert.Equal(count - 16, kernel.Cpu.Timers.Count);
        Assert.Equal(
            isLeft ? due + SimulatedAsp.PauseTicks : ulong.MaxValue,
            kernel.Machine.Clock.DeadlineTicks);
    }
}
