// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>The virtual timer, the emulated physical one, and waiting for them.</summary>
internal static class TimerTests
{
    private const uint Virtual = 27, Physical = 30;
    private const ulong Enabled = 1, Masked = 3;

    // 100 us: the way of an interrupt. The canary and the console run before the guest; that one of
    // them does so just when a timer expires may happen, but not in every one of these rounds.
    private const ulong LateTicks = 6250;
    private const int RoundsMax = 3;

    internal static void Run()
    {
        Counter();
        Gic.Enable(Virtual, 0x80);
        Gic.Enable(Physical, 0x80);
        Report.Equal("frequency"u8, 62_500_000, SystemRegister.Read(
            SystemRegister.Name(3, 3, 14, 0, 0)));
        Timer("virtual-timer"u8, Virtual, SystemRegister.VirtualControl,
            SystemRegister.VirtualCompare);
        Timer("physical-timer"u8, Physical, SystemRegister.PhysicalControl,
            SystemRegister.PhysicalCompare);
        Waiting();
        Difference();
    }

    private static void Counter()
    {
        Tally wrong = default;
        ulong last = Imports.Counter();
        for (uint round = 0; round < 20_000; round++)
        {
            ulong now = Imports.Counter();
            wrong.Add(round, now >= last && now - last < 10_000_000, now - last);
            last = now;
        }
        Report.None("time-goes-forward"u8, in wrong);
    }

    private static void Timer(ReadOnlySpan<byte> name, uint interrupt, uint control, uint compare)
    {
        Tally wrong = default;
        // In the past: at once.
        Arm(control, compare, 0, Enabled);
        Deliver(1, interrupt, 1, ref wrong);
        // At the end of time and of half of it: not now.
        Arm(control, compare, ulong.MaxValue, Enabled);
        Deliver(0, interrupt, 2, ref wrong);
        Arm(control, compare, long.MaxValue, Enabled);
        Deliver(0, interrupt, 3, ref wrong);
        // Masked: the status shows, nothing comes.
        Arm(control, compare, 0, Masked);
        Deliver(0, interrupt, 4, ref wrong);
        wrong.Add(5, (SystemRegister.Read(control) & 7) == (Masked | 4), 0);
        // Unmasked again: it comes.
        SystemRegister.Write(control, Enabled);
        Deliver(1, interrupt, 6, ref wrong);
        // Off before it is taken: it may come once, because the request was on its way.
        Arm(control, compare, 0, Enabled);
        SystemRegister.Write(control, 0);
        Collect();
        wrong.Add(7, Gic.DeliveredCount <= 1, Gic.DeliveredCount);
        Deliver(0, interrupt, 8, ref wrong);
        for (ulong ticks = 100; ticks < 100_000; ticks *= 3) Spin(control, compare, ticks, ref wrong);
        Report.None(name, in wrong);
    }

    private static void Spin(uint control, uint compare, ulong ticks, ref Tally wrong)
    {
        ulong late = ulong.MaxValue;
        for (int round = 0; round < RoundsMax && late >= LateTicks; round++)
        {
            ulong due = Imports.Counter() + ticks;
            Arm(control, compare, due, Enabled);
            Gic.Forget();
            Imports.Open(1);
            ulong limit = due + 100_000;
            while (Gic.DeliveredCount == 0 && Imports.Counter() < limit) { }
            late = Imports.Counter() - due;
            Imports.Open(0);
            wrong.Add(100 + ticks, Gic.DeliveredCount == 1, Gic.DeliveredCount);
            wrong.Add(150 + ticks, (long)late >= 0, late);
        }
        wrong.Add(200 + ticks, late < LateTicks, late);
    }

    private static void Waiting()
    {
        Tally wrong = default;
        for (ulong ticks = 50; ticks < 1_000_000; ticks *= 4) Wait(ticks, ref wrong);
        Report.None("wfi-ends-in-time"u8, in wrong);
        Gic.Enable(5, 0x80);
        SystemRegister.Write(SystemRegister.SoftwareInterrupt, (5ul << 24) | 1);
        Imports.Wait();
        wrong = default;
        Deliver(1, 5, 0, ref wrong);
        Report.None("wfi-with-something-pending"u8, in wrong);
    }

    private static void Wait(ulong ticks, ref Tally wrong)
    {
        ulong late = ulong.MaxValue;
        for (int round = 0; round < RoundsMax && late >= LateTicks; round++)
        {
            ulong due = Imports.Counter() + ticks;
            Arm(SystemRegister.VirtualControl, SystemRegister.VirtualCompare, due, Enabled);
            // Closed interrupts wake all the same.
            Imports.Wait();
            late = Imports.Counter() - due;
            wrong.Add(50 + ticks, (long)late >= 0, late);
            Deliver(1, Virtual, ticks, ref wrong);
        }
        wrong.Add(ticks, late < LateTicks, late);
    }

    // TVAL is the signed distance to CVAL (D11.2.4).
    private static void Difference()
    {
        SystemRegister.Write(SystemRegister.VirtualControl, 0);
        SystemRegister.Write(SystemRegister.VirtualTimer, 0xffff_ff00);
        ulong now = Imports.Counter();
        ulong compare = SystemRegister.Read(SystemRegister.VirtualCompare);
        Report.That("negative-distance"u8, compare < now && now - compare < 10_000);
    }

    private static void Arm(uint control, uint compare, ulong value, ulong mode)
    {
        SystemRegister.Write(control, 0);
        SystemRegister.Write(compare, value);
        SystemRegister.Write(control, mode);
    }

    private static void Deliver(uint expected, uint interrupt, ulong step, ref Tally wrong)
    {
        Collect();
        wrong.Add(step, Gic.DeliveredCount == expected, Gic.DeliveredCount);
        if (expected == 1) wrong.Add(step, Gic.Delivered(0) == interrupt, Gic.Delivered(0));
    }

    private static void Collect()
    {
        Gic.Forget();
        Imports.Open(1);
        // The monitor of the physical timer is another thread: it may take a moment.
        ulong limit = Imports.Counter() + 2000;
        while (Gic.DeliveredCount == 0 && Imports.Counter() < limit) { }
        Imports.Open(0);
    }
}
