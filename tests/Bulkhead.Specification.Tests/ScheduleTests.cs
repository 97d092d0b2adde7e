// SPDX-License-Identifier: MIT
namespace Bulkhead.Specification.Tests;

public sealed class ScheduleTests
{
    private const ulong Ticks = TestSystem.WindowTicks;
    private const uint System = Selectors.System;
    private const uint Bell = 60;
    private const uint OtherBell = 61;

    private readonly TestSystem _system = new();

    public ScheduleTests()
    {
        _system.Succeed(Hypercall.CreateSemaphore, Bell);
        _system.Succeed(Hypercall.CreateSemaphore, OtherBell);
    }

    [Fact]
    public void ThereIsNoneBeforeTheFirstSwitchWhichIsAtOnce()
    {
        _system.Window(2, 1, Ticks);
        AssertSchedules(0, 0);
        _system.Apply(new TimePassed(70));
        _system.Switch(2, Bell);
        AssertSchedules(3, 3);
        AssertRaised(1, Bell);
        Assert.Equal(70ul, _system.Info(SystemInfoItem.ScheduleTicks));
        Assert.Equal(70ul, _system.Info(SystemInfoItem.FrameTicks));
    }

    [Fact]
    public void ASwitchWaitsForTheEndOfTheFrame()
    {
        StartFirst();
        _system.Switch(1, Bell);
        AssertSchedules(1, 2);
        _system.Apply(new TimePassed((2 * Ticks) - 1));
        AssertSchedules(1, 2);
        AssertRaised(0, Bell);
        _system.Apply(new TimePassed((2 * Ticks) + 40));
        AssertSchedules(2, 2);
        AssertRaised(1, Bell);
        Assert.Equal(2 * Ticks, _system.Info(SystemInfoItem.ScheduleTicks));
        _system.Apply(new TimePassed(3 * Ticks));
        AssertRaised(0, Bell);
        Assert.Equal(2 * Ticks, _system.Info(SystemInfoItem.ScheduleTicks));
        Assert.Equal(3 * Ticks, _system.Info(SystemInfoItem.FrameTicks));
    }

    [Fact]
    public void TheLastSwitchCounts()
    {
        StartFirst();
        _system.Switch(1, Bell);
        _system.Switch(0, OtherBell);
        _system.Apply(new TimePassed(2 * Ticks));
        AssertSchedules(1, 1);
        AssertRaised(0, Bell);
        AssertRaised(1, OtherBell);
        // It was in use before.
        Assert.Equal(0ul, _system.Info(SystemInfoItem.ScheduleTicks));
        Assert.Equal(2 * Ticks, _system.Info(SystemInfoItem.FrameTicks));
    }

    [Fact]
    public void ASwitchWakesWhoWaitsForIt()
    {
        StartFirst();
        ObjectId waiter = _system.Thread(200, 1, 250, timePartition: 1);
        _system.Call(Hypercall.SemaphoreDown, Bell, ulong.MaxValue);
        Assert.Equal(_system.Root, _system.State.Running);
        _system.Switch(1, Bell);
        _system.Apply(new TimePassed((2 * Ticks) - 1));
        Assert.Equal(_system.Root, _system.State.Running);
        _system.Apply(new TimePassed(2 * Ticks));
        Assert.Equal(waiter, _system.State.Running);
        Assert.Equal<ulong>([0, 1], _system.Last.For(waiter));
    }

    [Fact]
    public void ASemaphoreThatIsGoneIsNotRaised()
    {
        StartFirst();
        _system.Switch(1, Bell);
        _system.Succeed(Hypercall.Revoke, Bell, 1);
        Assert.True(_system.State.Frame.Semaphore.IsNone);
        _system.Apply(new TimePassed(2 * Ticks));
        AssertSchedules(2, 2);
    }

    [Fact]
    public void AFullSemaphoreStaysFull()
    {
        StartFirst();
        _system.Succeed(Hypercall.CreateSemaphore, 62, Semaphore.CountMax);
        _system.Switch(1, 62);
        _system.Apply(new TimePassed(2 * Ticks));
        Assert.Equal(Semaphore.CountMax, _system.Object<Semaphore>(62).Count);
        AssertSchedules(2, 2);
    }

    [Fact]
    public void AScheduleChangesOnlyWhileItIsNotInUse()
    {
        StartFirst();
        RefuseWindow(Reason.ScheduleInUse, 0, 0, 1, Ticks, 0);
        _system.Window(1, 2, Ticks);
        _system.Switch(1);
        RefuseWindow(Reason.ScheduleInUse, 0, 0, 1, Ticks, 0);
        RefuseWindow(Reason.ScheduleInUse, 1, 0, 1, Ticks, 0);
        _system.Apply(new TimePassed(2 * Ticks));
        _system.Window(0, 3, Ticks);
        Assert.Equal(3, _system.State.Schedules[0].Windows.Length);
    }

    [Theory]
    [InlineData(Reason.BadSchedule, 4, 0, 1, Ticks, 0)]
    [InlineData(Reason.BadSchedule, ulong.MaxValue, 9, 16, 0, 9)]
    [InlineData(Reason.BadWindow, 0, 1, 1, Ticks, 0)]
    [InlineData(Reason.BadWindow, 0, 1, 16, Ticks, 0)]
    [InlineData(Reason.BadTimePartition, 0, 0, 16, 0, 9)]
    [InlineData(Reason.BadTimePartition, 0, 0, ulong.MaxValue, Ticks, 0)]
    [InlineData(Reason.BadWindow, 0, 0, 1, Ticks - 1, 0)]
    [InlineData(Reason.BadWindow, 0, 0, 1, (1ul << 56) + 1, 0)]
    [InlineData(Reason.BadWindow, 0, 0, 1, ulong.MaxValue, 0)]
    [InlineData(Reason.BadWindow, 0, 0, 1, Ticks, 2)]
    [InlineData(Reason.BadWindow, 0, 0, 1, Ticks, 1ul << 32)]
    [InlineData(Reason.BadWindow, 0, 0, 0, Ticks, 1)]
    public void AWindowIsRefused(
        Reason reason, ulong schedule, ulong cpu, ulong partition, ulong ticks, ulong flags) =>
        RefuseWindow(reason, schedule, cpu, partition, ticks, flags);

    [Theory]
    [InlineData(15, 1ul << 56, FrameWindowFlags.Exclusive)]
    [InlineData(0, Ticks, FrameWindowFlags.None)]
    public void AWindowAtTheLimitIsNot(byte partition, ulong ticks, FrameWindowFlags flags)
    {
        _system.Window(3, partition, ticks, flags);
        Assert.Single(_system.State.Schedules[3].Windows);
    }

    [Fact]
    public void AScheduleHasRoomForSoManyWindows()
    {
        for (int count = 0; count < Limits.FrameWindowsMax; count++) _system.Window(0, 1, Ticks);
        RefuseWindow(Reason.PoolExhausted, 0, 0, 1, Ticks, 0);
        _system.Window(1, 1, Ticks);
    }

    [Fact]
    public void ThereIsRoomForSoManyTimePartitions()
    {
        TestSystem small = new(new Capacities { WindowQueuesMax = 1 });
        small.Window(0, 1, Ticks);
        small.Window(1, 0, Ticks);
        small.Refuse(Reason.PoolExhausted, Hypercall.AddWindow, System, 0, 0, 2, Ticks);
        small.Window(0, 1, Ticks);
    }

    [Fact]
    public void ASwitchIsRefused()
    {
        _system.Window(0, 1, Ticks);
        _system.Refuse(Reason.BadSchedule, Hypercall.SwitchSchedule, System, 1, 99);
        _system.Refuse(Reason.BadSchedule, Hypercall.SwitchSchedule, System, 4);
        _system.Refuse(Reason.SlotEmpty, Hypercall.SwitchSchedule, System, 0, 99);
        _system.Refuse(Reason.RightMissing, Hypercall.SwitchSchedule, System, 0, System);
        _system.Refuse(Reason.SlotEmpty, Hypercall.SwitchSchedule, 99, 0);
    }

    [Fact]
    public void ASwitchThatExpectsSomethingElseIsRefused()
    {
        _system.Window(0, 1, Ticks);
        _system.Window(1, 1, Ticks);
        _system.Succeed(Hypercall.SwitchSchedule, System, 0);
        ulong begin = _system.State.Frame.ScheduleTicks;
        const ulong First = 1ul << 32;
        const ulong Second = 2ul << 32;
        _system.Refuse(
            Reason.ScheduleInUse, Hypercall.SwitchSchedule, System, Second | 1, 0, begin);
        _system.Refuse(
            Reason.ScheduleInUse, Hypercall.SwitchSchedule, System, First | 1, 0, begin + 1);
        _system.Succeed(Hypercall.SwitchSchedule, System, First | 1, 0, begin);
        _system.Refuse(
            Reason.ScheduleInUse, Hypercall.SwitchSchedule, System, First | 1, 0, begin);
        _system.Succeed(Hypercall.SwitchSchedule, System, Second, 0, begin);
    }

    [Fact]
    public void SchedulesNeedTheirRight()
    {
        _system.Window(0, 1, Ticks);
        _system.Succeed(
            Hypercall.Delegate, System, 0, 63, (ulong)(Rights.SystemConsole | Rights.SystemPower));
        _system.Refuse(Reason.RightMissing, Hypercall.AddWindow, 63, 9, 9, 99, 0, 9);
        _system.Refuse(Reason.RightMissing, Hypercall.SwitchSchedule, 63, 0);
    }

    [Fact]
    public void ATimePartitionNeedsAWindowSomewhere()
    {
        ulong[] arguments = [201, 200, 10, 0, 0, 2];
        _system.Succeed(
            Hypercall.CreateThread, 200, TestSystem.Own, TestSystem.NextUtcb, 4096, 4096);
        _system.Window(3, 1, Ticks);
        _system.Refuse(
            Reason.BadTimePartition, Hypercall.CreateSchedulingContext, arguments);
        _system.Refuse(
            Reason.BadTimePartition, Hypercall.CreateSchedulingContext,
            [.. arguments[..5], 0x101]);
        _system.Window(3, 2, Ticks);
        _system.Succeed(Hypercall.CreateSchedulingContext, arguments);
        Assert.Equal(2, _system.Object<SchedulingContext>(201).TimePartition);
    }

    private void StartFirst()
    {
        _system.Window(0, 1, Ticks);
        _system.Window(0, 2, Ticks);
        _system.Window(1, 1, Ticks);
        _system.Switch(0);
    }

    private void RefuseWindow(Reason reason, params ulong[] arguments) =>
        _system.Refuse(reason, Hypercall.AddWindow, [System, .. arguments]);

    private void AssertSchedules(ulong current, ulong next)
    {
        Assert.Equal(current, _system.Info(SystemInfoItem.Schedule));
        Assert.Equal(next, _system.Info(SystemInfoItem.NextSchedule));
    }

    private void AssertRaised(ulong count, uint semaphore)
    {
        Assert.Equal(count, _system.Object<Semaphore>(semaphore).Count);
        if (count != 0) _system.Succeed(Hypercall.SemaphoreDown, semaphore, 0, 1);
    }
}
