// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class WindowTests
{
    private const ulong First = 20_000;
    private const ulong Frame = 50_000;

    private readonly TestSystem _system = new();

    [Fact]
    public void WindowsOpenAndCloseOnTime()
    {
        (ObjectId one, ObjectId two) = StartTwo(FrameWindowFlags.None);
        AssertRuns(one, 0, First - 1);
        AssertRuns(two, First, Frame - 1);
        AssertRuns(one, Frame, Frame + First - 1);
        AssertRuns(two, Frame + First);
    }

    [Fact]
    public void AWindowThatBeginsLateEndsOnTime()
    {
        (ObjectId one, ObjectId two) = StartTwo(FrameWindowFlags.None);
        _system.Apply(new TimeSkipped(First + 900));
        Assert.Equal(two, _system.State.Running);
        AssertRuns(two, Frame - 1);
        AssertRuns(one, Frame);
    }

    [Fact]
    public void FramesThatNobodyNoticedCount()
    {
        (ObjectId one, ObjectId two) = StartTwo(FrameWindowFlags.None);
        _system.Apply(new TimeSkipped((3 * Frame) + First + 1));
        Assert.Equal(two, _system.State.Running);
        Assert.Equal(3 * Frame, _system.State.Frame.FrameTicks);
        AssertRuns(one, 4 * Frame);
    }

    [Fact]
    public void TheMoreUrgentRunsAndOfEqualsTheWindowsOwn()
    {
        _system.Window(0, 1, First);
        _system.Switch(0);
        ObjectId equal = _system.Thread(200, 1, 10);
        ObjectId own = _system.Thread(210, 2, 10, timePartition: 1);
        ObjectId urgent = _system.Thread(220, 3, 11);
        _system.ParkRoot(230);
        Assert.Equal(urgent, _system.State.Running);
        _system.Call(Hypercall.Stop, 220);
        Assert.Equal(own, _system.State.Running);
        _system.Call(Hypercall.Yield);
        Assert.Equal(own, _system.State.Running);
        _system.Call(Hypercall.Stop, 210);
        Assert.Equal(equal, _system.State.Running);
    }

    [Fact]
    public void TheBackgroundGetsWhatAnExclusiveWindowDoesNot()
    {
        StartTwo(FrameWindowFlags.Exclusive);
        _system.Call(Hypercall.Stop, 200);
        Assert.Equal(_system.Object<NativeThread>(220).Id, _system.State.Running);
        _system.Apply(new TimePassed(First));
        _system.Call(Hypercall.Stop, 210);
        Assert.True(_system.State.Running.IsNone);
        AssertRuns(_system.Object<NativeThread>(220).Id, Frame);
    }

    [Fact]
    public void BeforeTheFirstScheduleOnlyTheBackgroundRuns()
    {
        _system.Window(0, 1, First);
        _system.Thread(200, 1, 250, timePartition: 1);
        Assert.Equal(_system.Root, _system.State.Running);
        _system.Switch(0);
        Assert.Equal(_system.Object<NativeThread>(200).Id, _system.State.Running);
    }

    [Fact]
    public void ATurnEndsForOthersOfTheSameTimePartition()
    {
        _system.Window(0, 1, First);
        _system.Switch(0);
        _system.Thread(200, 1, 10, budget: 5);
        ObjectId own = _system.Thread(210, 2, 10, budget: 5, timePartition: 1);
        ObjectId other = _system.Thread(220, 3, 10, budget: 5, timePartition: 1);
        _system.ParkRoot(230);
        AssertRuns(own, 4);
        AssertRuns(other, 5);
        AssertRuns(own, 10);
        _system.Call(Hypercall.Stop, 220);
        AssertRuns(own, 15, 20, 25);
    }

    [Fact]
    public void InsideAServerTheCallersTimePartitionCounts()
    {
        ObjectId server = _system.Server(240, 4, badge: 0);
        (ObjectId one, ObjectId two) = StartTwo(FrameWindowFlags.None);
        _system.Call(Hypercall.Call, 241);
        AssertRuns(server, First - 1);
        AssertRuns(two, First);
        // Its time helps the server now, whose caller has none.
        _system.Call(Hypercall.Call, 241);
        AssertRuns(server, Frame - 1);
        AssertRuns(server, Frame);
        _system.Call(Hypercall.Reply);
        Assert.Equal(one, _system.State.Running);
    }

    [Fact]
    public void WhatWokeOutsideItsWindowWaitsForIt()
    {
        (ObjectId one, ObjectId two) = StartTwo(FrameWindowFlags.None);
        _system.Succeed(Hypercall.CreateSemaphore, 250);
        _system.Call(Hypercall.SemaphoreDown, 250, First + 10);
        AssertRuns(two, First);
        AssertRuns(two, First + 10);
        Assert.Equal(Activity.Ready, _system.State.Get<NativeThread>(one).Activity);
        AssertRuns(one, Frame);
    }

    [Fact]
    public void ConsumedTimeIsThatOfTheOneThatPays()
    {
        _system.Server(240, 4, badge: 0);
        _system.Thread(200, 1, 10);
        _system.ParkRoot(230);
        _system.Apply(new TimePassed(7));
        Assert.Equal(7ul, _system.Read(Hypercall.ConsumedTime, 201));
        _system.Call(Hypercall.Call, 241);
        _system.Apply(new TimePassed(20));
        Assert.Equal(20ul, _system.Read(Hypercall.ConsumedTime, 201));
        _system.Refuse(Reason.RightMissing, Hypercall.ConsumedTime, 200);
    }

    [Fact]
    public void WhatWasConsumedStaysWhenItsThreadGoes()
    {
        _system.Server(240, 4, badge: 0);
        _system.Succeed(Hypercall.CreateSemaphore, 250);
        _system.Thread(200, 1, 10);
        _system.Call(Hypercall.SemaphoreDown, 250, 30);
        _system.Call(Hypercall.Call, 241);
        _system.Apply(new TimePassed(9));
        _system.Call(Hypercall.Revoke, 200, 1);
        _system.Apply(new TimePassed(30));
        Assert.Equal(9ul, _system.Read(Hypercall.ConsumedTime, 201));
    }

    // One thread in each time partition and one in the background, and the manager waits.
    private (ObjectId One, ObjectId Two) StartTwo(FrameWindowFlags second)
    {
        _system.Window(0, 1, First);
        _system.Window(0, 2, Frame - First, second);
        _system.Switch(0);
        ObjectId one = _system.Thread(200, 1, 10, timePartition: 1);
        ObjectId two = _system.Thread(210, 2, 10, timePartition: 2);
        _system.Thread(220, 3, 9);
        _system.ParkRoot(230);
        Assert.Equal(one, _system.State.Running);
        return (one, two);
    }

    private void AssertRuns(ObjectId context, params ulong[] times)
    {
        foreach (ulong ticks in times)
        {
            _system.Apply(new TimePassed(ticks));
            Assert.Equal(context, _system.State.Running);
        }
    }
}
