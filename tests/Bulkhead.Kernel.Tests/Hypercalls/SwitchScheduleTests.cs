// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

[Verifies("R-STATE-4", "I19")]
public class SwitchScheduleTests
{
    private const ulong Window = 2000;

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(ulong.MaxValue)]
    public void A_schedule_without_windows_is_refused(ulong schedule)
    {
        using KernelHarness kernel = new();
        Switch(kernel, schedule).Refuses(Status.BadParameter, Reason.BadSchedule);
        Assert.Equal(0, kernel.State.NextSchedule);
    }

    [Fact]
    public void A_semaphore_needs_the_right_to_raise_it()
    {
        using KernelHarness kernel = new();
        Add(kernel, 0);
        uint semaphore = kernel.CreateSemaphore();
        uint copy = kernel.Delegate(
            semaphore, Selectors.OwnDomain, Rights.SemaphoreDown, kernel.FreeSelector());
        Switch(kernel, 0, copy).Refuses(Status.BadCapability, Reason.RightMissing);
        Assert.Equal(0, kernel.State.NextSchedule);
        Switch(kernel, 0, semaphore).Succeeds();
        Assert.Equal(1ul, kernel.SemaphoreOf(semaphore).In(ref kernel.State).Count);
    }

    [Fact]
    public void A_semaphore_that_is_destroyed_meanwhile_is_forgotten()
    {
        using KernelHarness kernel = new();
        Add(kernel, 0);
        Add(kernel, 1);
        uint semaphore = kernel.CreateSemaphore();
        Switch(kernel, 0).Succeeds();
        Switch(kernel, 1, semaphore).Succeeds();
        kernel.Call(Hypercall.Revoke, semaphore, 1).Succeeds();
        kernel.Advance(Window);
        Assert.Equal(2, kernel.Cpu.Schedule);
        kernel.CheckInvariants();
    }

    [Fact]
    public void The_last_switch_asked_for_counts()
    {
        using KernelHarness kernel = new();
        for (ulong schedule = 0; schedule < 3; schedule++) Add(kernel, schedule);
        for (ulong schedule = 0; schedule < 3; schedule++) Switch(kernel, schedule).Succeeds();
        kernel.Advance(Window);
        Assert.Equal(3, kernel.Cpu.Schedule);
    }

    [Fact]
    public void A_switch_may_depend_on_what_its_caller_has_seen()
    {
        using KernelHarness kernel = new();
        for (ulong schedule = 0; schedule < 3; schedule++) Add(kernel, schedule);
        Switch(kernel, 0).Succeeds();
        ulong begin = kernel.Cpu.ScheduleTicks;
        SwitchFrom(kernel, 1, begin + 1, 1).Refuses(Status.Busy, Reason.ScheduleInUse);
        SwitchFrom(kernel, 2, begin, 1).Refuses(Status.Busy, Reason.ScheduleInUse);
        Assert.Equal(1, kernel.State.NextSchedule);
        SwitchFrom(kernel, 1, begin, 1).Succeeds();
        SwitchFrom(kernel, 1, begin, 2).Refuses(Status.Busy, Reason.ScheduleInUse);
        SwitchFrom(kernel, 2, begin, 2).Succeeds();
        kernel.Advance(Window);
        Assert.Equal(3, kernel.Cpu.Schedule);
        SwitchFrom(kernel, 3, begin, 0).Refuses(Status.Busy, Reason.ScheduleInUse);
        SwitchFrom(kernel, 3, begin + Window, 0).Succeeds();
    }

    private static CallResult SwitchFrom(
        KernelHarness kernel, ulong next, ulong begin, ulong schedule) =>
        kernel.Call(
            Hypercall.SwitchSchedule, Selectors.System, schedule | (next << 32), 0, begin);

    private static void Add(KernelHarness kernel, ulong schedule) =>
        kernel.Call(Hypercall.AddWindow, Selectors.System, schedule, 0, 0, Window).Succeeds();

    private static CallResult Switch(KernelHarness kernel, ulong schedule, ulong semaphore = 0) =>
        kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule, semaphore);
}
