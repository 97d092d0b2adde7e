// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>A virtual CPU that leaves its timer's interrupt behind: on the processor that both may
/// share, the other one's timer still comes.</summary>
internal static class LeftTimerTests
{
    private const ulong On = 0xc400_0003, AffinityInfo = 0xc400_0004, IsOff = 1;
    private const ulong RoundsMax = 200_000;
    private const uint Timer = 27;

    // 200 us from now, and 40 ms for it to come.
    private const ulong DueTicks = 12_500, LimitTicks = 2_500_000;

    private static Registers s_words;

    internal static void Run()
    {
        Gic.Enable(Timer, 0x80);
        Report.Equal("timer-after-a-disabled-one"u8, 1, CountAfter(0));
        Report.Equal("timer-after-a-withdrawn-one"u8, 1, CountAfter(1));
    }

    private static ulong CountAfter(ulong isWithdrawn)
    {
        ulong words = Imports.AddressOf(ref s_words);
        Imports.Write64(words, 0);
        Imports.Write64(words + 8, isWithdrawn);
        Imports.Call(On, 1, Imports.TimerEntry(), words);
        for (ulong wait = 0; wait < RoundsMax
            && (Imports.Read64(words) == 0 || Imports.Call(AffinityInfo, 1, 0, 0) != IsOff);
            wait++) { }
        // What is on its way from earlier tests does not count.
        Imports.Open(1);
        Imports.Open(0);
        Gic.Forget();
        ulong due = Imports.Counter() + DueTicks;
        TimerControl.Start(due);
        Imports.Open(1);
        while (Gic.DeliveredCount == 0 && Imports.Counter() < due + LimitTicks) { }
        Imports.Open(0);
        TimerControl.Silence(SystemRegister.VirtualControl);
        return Gic.DeliveredCount;
    }
}
