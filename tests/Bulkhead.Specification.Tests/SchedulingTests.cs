// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class SchedulingTests
{
    private readonly TestSystem _system = new();

    [Fact]
    public void EqualPrioritiesTakeTurns()
    {
        ObjectId first = _system.Thread(200, 1, 10, budget: 5);
        ObjectId second = _system.Thread(210, 2, 10, budget: 5);
        _system.ParkRoot(220);
        Assert.Equal(first, _system.State.Running);
        _system.Apply(new TimePassed(5));
        Assert.Equal(second, _system.State.Running);
        _system.Call(Hypercall.Yield);
        Assert.Equal(first, _system.State.Running);
    }

    [Fact]
    public void ABudgetThatEndsBeforeTheWorkIsAnOverrun()
    {
        _system.Succeed(Hypercall.CreateSemaphore, 60);
        _system.Thread(200, 1, 20, budget: 3, period: 10, overrun: 60);
        _system.Thread(210, 2, 20, budget: 3, overrun: 60);
        _system.Refuse(
            Reason.ContextScheduled, Hypercall.CreateSchedulingContext, 220, 200, 20, 3, 10, 0, 61);
        _system.ParkRoot(220);
        _system.Apply(new TimePassed(2));
        Assert.Equal(0ul, _system.Object<Semaphore>(60).Count);
        _system.Apply(new TimePassed(3));
        Assert.Equal(1ul, _system.Object<Semaphore>(60).Count);
        Assert.Equal(1ul, _system.Object<SchedulingContext>(201).OverrunCount);
        _system.Apply(new TimePassed(30));
        Assert.Equal(0ul, _system.Object<SchedulingContext>(211).OverrunCount);
    }

    [Fact]
    public void ABudgetEndsUntilItsPeriodDoes()
    {
        ObjectId periodic = _system.Thread(200, 1, 20, budget: 3, period: 10);
        ObjectId other = _system.Thread(210, 2, 10);
        _system.ParkRoot(220);
        Assert.Equal(periodic, _system.State.Running);
        _system.Apply(new TimePassed(3));
        Assert.Equal(other, _system.State.Running);
        _system.Apply(new TimePassed(10));
        Assert.Equal(periodic, _system.State.Running);
        _system.Apply(new TimePassed(13));
        Assert.Equal(other, _system.State.Running);
    }

    [Fact]
    public void AWaitEndsAtItsDeadline()
    {
        _system.Succeed(Hypercall.CreateSemaphore, 200);
        _system.Call(Hypercall.SemaphoreDown, 200, 100);
        Assert.True(_system.State.Running.IsNone);
        _system.Apply(new TimePassed(99));
        Assert.True(_system.State.Running.IsNone);
        _system.Apply(new TimePassed(100));
        Assert.Equal(_system.Root, _system.State.Running);
        Assert.Equal(Status.Timeout, new ResultCode(_system.Last.For(_system.Root)[0]).Status);
    }

    [Fact]
    public void TheLongestWaiterIsWokenFirst()
    {
        _system.Succeed(Hypercall.CreateSemaphore, 230);
        ObjectId first = _system.Thread(200, 1, 10);
        ObjectId second = _system.Thread(210, 2, 20);
        _system.Succeed(Hypercall.BindInterrupt, Selectors.BootInterrupts, 230);
        ObjectId line = _system.Object<InterruptLine>(Selectors.BootInterrupts).Id;
        _system.ParkRoot(220);
        _system.Call(Hypercall.SemaphoreDown, 230, ulong.MaxValue);
        _system.Call(Hypercall.SemaphoreDown, 230, ulong.MaxValue);
        _system.Apply(new LineRaised(line));
        Assert.Equal(second, _system.State.Running);
        _system.Call(Hypercall.AcknowledgeInterrupt, Selectors.BootInterrupts);
        _system.Apply(new LineRaised(line));
        Assert.Equal(Activity.Ready, _system.State.Get<NativeThread>(first).Activity);
    }
}
