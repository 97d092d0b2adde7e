// SPDX-License-Identifier: MIT
using Bulkhead.Kernel.Memory;

namespace Bulkhead.Kernel.Tests.Hypercalls;

/// <summary><see cref="Hypercall.SystemInfo"/>, <see cref="Hypercall.ConsoleWrite"/>, <see cref="Hypercall.Shutdown"/> and
/// <see cref="Hypercall.Yield"/>.</summary>
public class SystemHypercallTests
{
    [Fact]
    public void Constants_of_the_system_are_told()
    {
        using KernelHarness kernel = new();
        Assert.Equal(AbiVersion.Current, Ask(SystemInfoItem.AbiVersion));
        Assert.Equal(SimulatedClock.FrequencyHz, Ask(SystemInfoItem.CounterFrequency));
        Assert.Equal(kernel.Now, Ask(SystemInfoItem.CounterNow));
        Assert.Equal((ulong)TableAllocator.CountFree(ref kernel.State), Ask(SystemInfoItem.FreeTablePages));
        Assert.Equal(kernel.State.System.BootTicks, Ask(SystemInfoItem.BootTicks));
        Assert.Equal(0ul, Ask(SystemInfoItem.FirstGuestEntryTicks));
        kernel.Call(Hypercall.SystemInfo, 6).Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.SystemInfo, ulong.MaxValue).Refuses(Status.BadParameter, Reason.BadArgument);

        ulong Ask(SystemInfoItem item) => kernel.Call(Hypercall.SystemInfo, (ulong)item).Succeeds()[1];
    }

    [Fact]
    public void The_boot_console_gets_exactly_the_bytes_that_were_counted()
    {
        using KernelHarness kernel = new();
        ulong[] words = [.. Enumerable.Range(0, 8).Select(word => 0x4847_4645_4443_4241 + (0x0101_0101_0101_0101ul * 8 * (ulong)word))];
        string all = new([.. Enumerable.Range(0, 64).Select(index => (char)('A' + index))]);
        for (ulong count = 0; count <= 64; count++)
        {
            kernel.Machine.Console.Clear();
            kernel.Call(Hypercall.ConsoleWrite, [Selectors.System, count, .. words]).Succeeds();
            Assert.Equal(all[..(int)count], kernel.Machine.Console.ToString());
        }
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 65).Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.ConsoleWrite, Selectors.System, 1ul << 32).Refuses(Status.BadParameter, Reason.BadArgument);
        kernel.Call(Hypercall.ConsoleWrite, Selectors.OwnDomain, 1).Refuses(Status.BadCapability, Reason.RightMissing);
    }

    [Fact]
    public void Power_needs_its_right_and_a_known_wish()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Delegate, Selectors.System, 0, 220, (ulong)Rights.SystemConsole).Succeeds();
        kernel.Call(Hypercall.Shutdown, 220, 0).Refuses(Status.BadCapability, Reason.RightMissing);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 2).Refuses(Status.BadParameter, Reason.BadArgument);
        Assert.Equal(PowerState.Running, kernel.Machine.Power);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 1).Succeeds();
        Assert.Equal(PowerState.Reset, kernel.Machine.Power);
        kernel.Call(Hypercall.Shutdown, Selectors.System, 0).Succeeds();
        Assert.Equal(PowerState.Off, kernel.Machine.Power);
    }

    [Fact]
    public void Yielding_alone_is_going_on()
    {
        using KernelHarness kernel = new();
        kernel.Call(Hypercall.Yield).Succeeds();
        kernel.AssertCurrent(kernel.Root);
    }
}
