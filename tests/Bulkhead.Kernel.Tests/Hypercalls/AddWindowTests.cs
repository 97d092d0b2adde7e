// SPDX-License-Identifier: MIT
namespace Bulkhead.Kernel.Tests.Hypercalls;

[Verifies("R-STATE-4", "I19")]
public class AddWindowTests
{
    private const ulong Window = 2000;
    private const ulong DurationMax = 1ul << 56;

    // The shortest that is at least 1/65536 s of the simulated counter.
    private const ulong DurationMin = 954;

    [Theory]
    [InlineData(4, 0, 1, Window, 0, Reason.BadSchedule)]
    [InlineData(ulong.MaxValue, 0, 1, Window, 0, Reason.BadSchedule)]
    [InlineData(0, 1, 1, Window, 0, Reason.BadWindow)]
    [InlineData(0, 0, 16, Window, 0, Reason.BadTimePartition)]
    [InlineData(0, 0, ulong.MaxValue, Window, 0, Reason.BadTimePartition)]
    [InlineData(0, 0, 1, 0, 0, Reason.BadWindow)]
    [InlineData(0, 0, 1, DurationMin - 1, 0, Reason.BadWindow)]
    [InlineData(0, 0, 1, DurationMax + 1, 0, Reason.BadWindow)]
    [InlineData(0, 0, 0, Window, 1, Reason.BadWindow)]
    [InlineData(0, 0, 1, Window, 2, Reason.BadWindow)]
    public void A_window_that_does_not_fit_is_refused(
        ulong schedule, ulong cpu, ulong timePartition, ulong ticks, ulong flags, Reason reason)
    {
        using KernelHarness kernel = new();
        Add(kernel, schedule, cpu, timePartition, ticks, flags)
            .Refuses(Status.BadParameter, reason);
        Assert.Equal(0, kernel.State.Schedules[0].Count);
        Assert.Equal(0, kernel.State.WindowQueueCount);
    }

    [Fact]
    public void The_right_to_switch_does_not_define()
    {
        using KernelHarness kernel = new();
        uint copy = kernel.Delegate(
            Selectors.System, Selectors.OwnDomain, Rights.SystemSchedule, kernel.FreeSelector());
        kernel.Call(Hypercall.AddWindow, copy, 0, 0, 1, Window, 0)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.SystemInfo, (ulong)SystemInfoItem.FreeTablePages, copy)
            .Refuses(Status.BadCapability, Reason.RightMissing);
        Add(kernel, 0, 0, 1, Window, 0).Succeeds();
        kernel.Call(Hypercall.SwitchSchedule, copy, 0).Succeeds();
    }

    [Theory]
    [InlineData(DurationMin)]
    [InlineData(DurationMax)]
    public void The_shortest_and_the_longest_fit(ulong ticks)
    {
        using KernelHarness kernel = new();
        Add(kernel, 3, 0, 15, ticks, 1).Succeeds();
        Assert.Equal(ticks, kernel.State.Schedules[3].Windows[0].DurationTicks);
    }

    [Fact]
    public void A_schedule_in_use_or_about_to_be_does_not_change()
    {
        using KernelHarness kernel = new();
        foreach (ulong schedule in (ulong[])[0, 1])
        {
            Add(kernel, schedule, 0, 1, Window).Succeeds();
            kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule).Succeeds();
        }
        Add(kernel, 0, 0, 1, Window).Refuses(Status.Busy, Reason.ScheduleInUse);
        Add(kernel, 1, 0, 1, Window).Refuses(Status.Busy, Reason.ScheduleInUse);
        Add(kernel, 2, 0, 1, Window).Succeeds();
    }

    [Fact]
    public void One_that_several_cpus_are_still_in_does_not_change()
    {
        using KernelHarness kernel = new(cpus: 2);
        foreach (ulong schedule in (ulong[])[0, 1])
        {
            Add(kernel, schedule, 0, 1, Window).Succeeds();
            Add(kernel, schedule, 1, 1, Window).Succeeds();
            kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule).Succeeds();
            kernel.Processors[1].TakeInterrupts();
        }

        Add(kernel, 0, 0, 1, Window).Refuses(Status.Busy, Reason.ScheduleInUse);
    }

    [Fact]
    public void A_schedule_has_room_for_so_many_windows()
    {
        using KernelHarness kernel = new();
        for (int count = 0; count < Limits.FrameWindowsMax; count++)
        {
            Add(kernel, 3, 0, (ulong)(count % Limits.TimePartitionsMax), Window).Succeeds();
        }
        Add(kernel, 3, 0, 1, Window).Refuses(Status.NoResources, Reason.PoolExhausted);
    }

    [Fact]
    public void A_scheduling_context_that_would_never_run_is_refused()
    {
        using KernelHarness kernel = new();
        Add(kernel, 0, 0, 2, Window).Succeeds();
        uint thread = kernel.CreateThread();
        foreach (ulong timePartition in (ulong[])[1, 16, ulong.MaxValue])
        {
            kernel.Call(
                Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, 1, 0, 0,
                timePartition).Refuses(Status.BadParameter, Reason.BadTimePartition);
        }
        kernel.Call(
            Hypercall.CreateSchedulingContext, kernel.FreeSelector(), thread, 1, 0, 0, 2)
            .Succeeds();
    }

    private static CallResult Add(
        KernelHarness kernel, ulong schedule, ulong cpu, ulong timePartition, ulong ticks,
        ulong flags = 0) =>
        kernel.Call(
            Hypercall.AddWindow, Selectors.System, schedule, cpu, timePartition, ticks, flags);
}
