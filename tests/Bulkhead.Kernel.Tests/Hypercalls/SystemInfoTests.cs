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
        kernel.Call(Hypercall.SystemInfo, 6).Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.SystemInfo, ulong.MaxValue)
            .Refuses(Status.BadParameter, Reason.BadArgument);

        ulong Ask(SystemInfoItem item) =>
            kernel.Call(Hypercall.SystemInfo, (ulong)item, Selectors.System).Succeeds()[1];
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
