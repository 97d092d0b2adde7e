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

    private static void Add(KernelHarness kernel, ulong schedule) =>
        kernel.Call(Hypercall.AddWindow, Selectors.System, schedule, 0, 0, Window).Succeeds();

    private static CallResult Switch(KernelHarness kernel, ulong schedule, ulong semaphore = 0) =>
        kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule, semaphore);
}
