// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Constants of the system, boot console and power.</summary>
internal static class SystemTests
{
    internal static void Run()
    {
        Report.Equal("abi-version"u8, AbiVersion.Current,
            Kernel.SystemInfo(SystemInfoItem.AbiVersion).Value);
        ulong frequency = Kernel.SystemInfo(SystemInfoItem.CounterFrequency).Value;
        Report.That("counter-frequency"u8, frequency is >= 1_000_000 and <= 1_000_000_000);
        ulong before = Clock.Now;
        ulong now = Kernel.SystemInfo(SystemInfoItem.CounterNow).Value;
        Report.That("counter-is-the-kernels"u8, before <= now && now <= Clock.Now);
        Report.That("boot-ticks"u8, Kernel.SystemInfo(SystemInfoItem.BootTicks).Value < before);
        Report.Equal("no-guest-entered"u8, 0,
            Kernel.SystemInfo(SystemInfoItem.FirstGuestEntryTicks).Value);
        for (ulong item = 11; item < 70; item += 9) RefuseItem(item);
        RefuseItem(ulong.MaxValue);
        RefuseItem(1ul << 32);
        Report.Refused("console-write-of-65-bytes"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.ConsoleWrite, Selectors.System, 65));
        Report.Refused("console-write-without-right"u8, Status.BadCapability, Reason.RightMissing,
            Raw.Call(Hypercall.ConsoleWrite, Selectors.OwnDomain, 1));
        Report.Refused("power-state-2"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.Shutdown, Selectors.System, 2));
        Report.Refused("power-without-right"u8, Status.BadCapability, Reason.RightMissing,
            Raw.Call(Hypercall.Shutdown, Selectors.OwnDomain, 0));
    }

    internal static void PowerOff() => SystemKernel.Shutdown(Selectors.System, false);

    private static void RefuseItem(ulong item) => Report.Refused(
        "unknown-system-item"u8, Status.BadParameter, Reason.BadArgument,
        Raw.Call(Hypercall.SystemInfo, item));
}
