// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Hypercalls;

public class SystemInfoTests
{
    [Fact]
    public void Constants_of_the_system_are_told()
    {
        using KernelHarness kernel = new();
        Assert.Equal(AbiVersion.Current, Ask(SystemInfoItem.AbiVersion));
        Assert.Equal(SimulatedClock.FrequencyHz, Ask(SystemInfoItem.CounterFrequency));
        Assert.Equal(kernel.Now, Ask(SystemInfoItem.CounterNow));
        Assert.Equal(
            (ulong)TableAllocator.CountFree(ref kernel.State), Ask(SystemInfoItem.FreeTablePages));
        Assert.Equal(kernel.State.System.BootTicks, Ask(SystemInfoItem.BootTicks));
        Assert.Equal(0ul, Ask(SystemInfoItem.FirstGuestEntryTicks));
        Assert.Equal(0ul, Ask(SystemInfoItem.Schedule));
        Assert.Equal(0ul, Ask(SystemInfoItem.NextSchedule));
        Assert.Equal(1ul, Ask(SystemInfoItem.CpuCount));
        kernel.Call(Hypercall.SystemInfo, 11).Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.SystemInfo, ulong.MaxValue)
            .Refuses(Status.BadParameter, Reason.BadArgument);

        ulong Ask(SystemInfoItem item) =>
            kernel.Call(Hypercall.SystemInfo, (ulong)item, Selectors.System).Succeeds()[1];
    }

    [Fact]
    public void The_schedule_in_use_is_told()
    {
        using KernelHarness kernel = new();
        foreach (ulong schedule in (ulong[])[1, 3])
        {
            kernel.Call(Hypercall.AddWindow, Selectors.System, schedule, 0, 0, 1000).Succeeds();
            kernel.Call(Hypercall.SwitchSchedule, Selectors.System, schedule).Succeeds();
        }
        ulong start = kernel.Now;
        kernel.Advance(500);
        Assert.Equal((2ul, 4ul), (Ask(SystemInfoItem.Schedule), Ask(SystemInfoItem.NextSchedule)));
        Assert.Equal(start, Ask(SystemInfoItem.FrameTicks));
        kernel.Advance(2500);
        Assert.Equal((4ul, 4ul), (Ask(SystemInfoItem.Schedule), Ask(SystemInfoItem.NextSchedule)));
        Assert.Equal(start + 1000, Ask(SystemInfoItem.ScheduleTicks));
        Assert.Equal(start + 3000, Ask(SystemInfoItem.FrameTicks));

        ulong Ask(SystemInfoItem item) =>
            kernel.Call(Hypercall.SystemInfo, (ulong)item).Succeeds()[1];
    }

    [Fact]
    [Verifies("R-FLOW-6", "I26")]
    public void What_others_use_is_told_to_holders_of_the_system_capability_only()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.SystemInfo, (ulong)SystemInfoItem.FreeTablePages, 0)
            .Refuses(Status.BadCapability, Reason.SlotEmpty);
        kernel.Call(
            Hypercall.SystemInfo, (ulong)SystemInfoItem.FreeTablePages, Selectors.OwnDomain)
            .Refuses(Status.BadCapability, Reason.RightMissing);
    }
}
