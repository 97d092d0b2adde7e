// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>More interrupts at once than the hardware has list registers: none is lost, and they
/// come by priority.</summary>
internal static class PendingTests
{
    private const uint Shared = 40, SharedCount = 24, SoftwareCount = 16;

    internal static void Run()
    {
        Ordered("most-urgent-first-when-pended-last"u8, true);
        SoftwareInterrupts();
        Ordered("most-urgent-first-when-pended-first"u8, false);
        Disabled();
        Withdrawn();
        Masked();
        Storm();
    }

    // 24 shared interrupts, each with a priority of its own out of 24.
    private static void Ordered(ReadOnlySpan<byte> name, bool isUrgentLast)
    {
        for (uint number = 0; number < SharedCount; number++)
            Gic.Enable(Shared + number, PriorityOf(number));
        for (uint number = 0; number < SharedCount; number++)
            Gic.Pend(Shared + (isUrgentLast ? SharedCount - 1 - number : number));
        Deliver();
        Tally wrong = default;
        wrong.Add(1000, Gic.DeliveredCount == SharedCount, Gic.DeliveredCount);
        for (uint number = 0; number < SharedCount; number++)
            wrong.Add(number, Gic.Delivered(number) == Shared + number, Gic.Delivered(number));
        Report.None(name, in wrong);
        DisableAll();
    }

    // The virtual interface has five bits of priority.
    private static uint PriorityOf(uint number) => 0x10 + (number * 8);

    private static void SoftwareInterrupts()
    {
        for (uint number = 0; number < SoftwareCount; number++) Gic.Enable(number, 0x80);
        for (uint number = 0; number < SharedCount; number++) Gic.Enable(Shared + number, 0x90);
        for (uint number = 0; number < SharedCount; number++) Gic.Pend(Shared + number);
        for (uint number = 0; number < SoftwareCount; number++)
            SystemRegister.Write(SystemRegister.SoftwareInterrupt, ((ulong)number << 24) | 1);
        Deliver();
        Tally wrong = default;
        ulong seen = 0;
        wrong.Add(1000, Gic.DeliveredCount == SoftwareCount + SharedCount, Gic.DeliveredCount);
        for (uint index = 0; index < SoftwareCount + SharedCount; index++)
        {
            uint interrupt = Gic.Delivered(index);
            bool isSoftware = index < SoftwareCount;
            wrong.Add(index, (interrupt < SoftwareCount) == isSoftware, interrupt);
            wrong.Add(index, interrupt < 64 && ((seen >> (int)interrupt) & 1) == 0, interrupt);
            seen |= 1ul << (int)interrupt;
        }
        Report.None("16-software-and-24-shared"u8, in wrong);
        DisableAll();
    }

    private static void Disabled()
    {
        Imports.Write32(Gic.Distributor + Gic.ClearEnable + 4, uint.MaxValue);
        Gic.Pend(Shared);
        Deliver();
        Report.Equal("disabled-ones-wait"u8, 0, Gic.DeliveredCount);
        Gic.Enable(Shared, 0x80);
        Deliver();
        Report.Equal("until-they-are-enabled"u8, 1, Gic.DeliveredCount);
        Report.Equal("and-are-the-right-ones"u8, Shared, Gic.Delivered(0));
        DisableAll();
    }

    private static void Withdrawn()
    {
        for (uint number = 0; number < SharedCount; number++)
        {
            Gic.Enable(Shared + number, 0x80);
            Gic.Pend(Shared + number);
        }
        Imports.Write32(Gic.Distributor + Gic.ClearPending + 4, uint.MaxValue);
        Deliver();
        Report.Equal("withdrawn-ones-do-not-come"u8, SharedCount - (32 - (Shared % 32)),
            Gic.DeliveredCount);
        DisableAll();
    }

    private static void Masked()
    {
        SystemRegister.Write(SystemRegister.PriorityMask, 0x40);
        Gic.Enable(Shared, 0x80);
        Gic.Enable(Shared + 1, 0x20);
        Gic.Pend(Shared);
        Gic.Pend(Shared + 1);
        Deliver();
        Report.Equal("the-priority-mask-holds"u8, 1, Gic.DeliveredCount);
        SystemRegister.Write(SystemRegister.PriorityMask, 0xff);
        Deliver();
        Report.Equal("and-lets-go"u8, 1, Gic.DeliveredCount);
        DisableAll();
    }

    private static void Storm()
    {
        Gic.Enable(3, 0x80);
        Gic.Forget();
        Imports.Open(1);
        for (uint round = 0; round < 2000; round++)
            SystemRegister.Write(SystemRegister.SoftwareInterrupt, (3ul << 24) | 1);
        Imports.Open(0);
        Report.Equal("2000-software-interrupts"u8, 2000, Gic.DeliveredCount);
        DisableAll();
    }

    private static void Deliver()
    {
        Gic.Forget();
        Imports.Open(1);
        Imports.Open(0);
    }

    private static void DisableAll() => Gic.Initialize();
}
