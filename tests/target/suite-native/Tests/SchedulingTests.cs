// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Priorities, budgets and periods as they act.</summary>
internal static class SchedulingTests
{
    private const uint Done = Places.Free, High = Worker.TesterPriority + 20;
    private const ulong Endless = 0xffff_ffff_ffff;

    private static Block s_first, s_second;

    internal static void Run()
    {
        Kernel.CreateSemaphore(Done, 0);
        Priorities();
        Budget();
        RoundRobin();
        WaitForInterrupt();
        SystemKernel.Discard(Done);
    }

    private static void Priorities()
    {
        Spin(1, ref s_first, 1000, High, 0, 0);
        Report.Equal("a-higher-thread-runs-at-once"u8, 1,
            Kernel.SemaphoreDown(Done, Kernel.Poll, false).Value);
        Worker.End(1);
        Spin(1, ref s_first, 1000, Worker.TesterPriority - 1, 0, 0);
        Kernel.Yield();
        Report.Refused("a-lower-thread-waits"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.SemaphoreDown(Done, Kernel.Poll, false).Code);
        Report.Equal("until-there-is-time"u8, 0, Kernel.SemaphoreDown(
            Done, Clock.Now + Time.Microseconds(10_000), false).Code.Value);
        Worker.End(1);
    }

    // A thread above the tester that never rests gets 200 us of each millisecond, and no more.
    private static void Budget()
    {
        Spin(1, ref s_first, Endless, High, Time.Microseconds(200), Time.Microseconds(1000));
        ulong start = Clock.Now, last = start, lost = 0, longest = 0;
        while (last - start < Time.Microseconds(20_000))
        {
            ulong now = Clock.Now;
            ulong gap = now - last;
            last = now;
            if (gap > Time.Microseconds(20)) lost += gap;
            if (gap > longest) longest = gap;
        }
        ulong share = lost * 1000 / (last - start);
        Report.Note("per mille that a budget of 20 % took:"u8, share);
        Report.That("budget-is-given"u8, share > 180);
        Report.That("budget-is-kept"u8, share < 230);
        Report.That("in-pieces-of-200-us"u8, longest < Time.Microseconds(215));
        Worker.End(1);
    }

    // Two of equal priority with 100 us each come by turns: both are done at about the same time.
    private static void RoundRobin()
    {
        const uint low = Worker.TesterPriority - 20;
        Spin(1, ref s_first, 2_000_000, low, Time.Microseconds(100), 0);
        Spin(2, ref s_second, 2_000_000, low, Time.Microseconds(100), 0);
        Kernel.SemaphoreDown(Done, Kernel.Forever, false);
        ulong first = Clock.Now;
        Kernel.SemaphoreDown(Done, Kernel.Forever, false);
        Report.That("equals-take-turns"u8, Clock.Now - first < Time.Microseconds(300));
        Worker.EndAll();
    }

    // A thread may sleep in WFI as it may spin: its time, which the others' interrupts end.
    private static void WaitForInterrupt()
    {
        const uint waitForInterrupt = 0xd503_207f;
        Spin(1, ref s_first, Endless, High, Time.Microseconds(10), Time.Microseconds(500));
        var registers = default(Registers);
        Code.Set(waitForInterrupt);
        ulong start = Clock.Now;
        Imports.Probe(ref registers);
        Report.That("wfi-ends-with-the-next-interrupt"u8,
            Clock.Now - start < Time.Microseconds(600));
        Worker.End(1);
    }

    private static void Spin(
        uint number, ref Block block, ulong count, uint priority, ulong budget, ulong period)
    {
        block = default;
        block[0] = count;
        block[1] = Done;
        block[2] = Places.Nobody;
        Worker.Start(
            number, ThreadEntry.Spinner, Imports.AddressOf(ref block), priority, budget, period);
    }
}
