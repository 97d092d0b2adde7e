// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Counting, deadlines, order of waiters, destruction.</summary>
internal static class SemaphoreTests
{
    private const uint Selector = Places.Free;
    private const ulong CountMax = uint.MaxValue;
    private const uint WaitersMax = 4, High = Worker.TesterPriority + 20;

    private static Block s_first, s_second, s_third, s_fourth;

    internal static void Run()
    {
        Counting();
        Limit();
        Deadlines();
        Waiters();
        Destruction();
    }

    private static void Counting()
    {
        Report.Equal("semaphore-create"u8, 0, Kernel.CreateSemaphore(Selector, 2).Value);
        Report.Equal("down-takes-one"u8, 1, Kernel.SemaphoreDown(Selector, 0, false).Value);
        Kernel.SemaphoreUp(Selector);
        Kernel.SemaphoreUp(Selector);
        Report.Equal("down-takes-all"u8, 3, Kernel.SemaphoreDown(Selector, 0, true).Value);
        Report.Refused("poll-of-an-empty-one"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.SemaphoreDown(Selector, Kernel.Poll, false).Code);
        Report.Refused("take-two"u8, Status.BadParameter, Reason.BadArgument,
            Raw.Call(Hypercall.SemaphoreDown, Selector, 0, 2));
        Report.Equal("discard-semaphore"u8, 0, SystemKernel.Discard(Selector).Value);
        Report.Refused("up-after-discard"u8, Status.BadCapability, Reason.SlotEmpty,
            Kernel.SemaphoreUp(Selector));
    }

    private static void Limit()
    {
        Report.Refused("home-that-is-no-cpu"u8, Status.BadParameter, Reason.BadCpu,
            Raw.Call(Hypercall.CreateSemaphore, Selector, ulong.MaxValue));
        Kernel.CreateSemaphore(Selector, uint.MaxValue - 1);
        Report.Equal("up-to-the-maximum"u8, 0, Kernel.SemaphoreUp(Selector).Value);
        Report.Refused("up-beyond-the-maximum"u8, Status.NoResources, Reason.CounterFull,
            Kernel.SemaphoreUp(Selector));
        Report.Equal("whole-maximum-taken"u8, CountMax,
            Kernel.SemaphoreDown(Selector, 0, true).Value);
        SystemKernel.Discard(Selector);
    }

    private static void Deadlines()
    {
        Report.Refused("deadline-in-the-past"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.SemaphoreDown(Places.Nobody, Clock.Now - 1, false).Code);
        Tally early = default;
        Tally late = default;
        for (ulong microseconds = 1; microseconds <= 2000; microseconds += 97)
        {
            ulong deadline = Clock.Now + Time.Microseconds(microseconds);
            ResultCode code = Kernel.SemaphoreDown(Places.Nobody, deadline, false).Code;
            ulong now = Clock.Now;
            bool isTimeout = code.Status == Status.Timeout;
            early.Add(microseconds, isTimeout && now >= deadline, now - deadline);
            late.Add(
                microseconds, now - deadline < Time.Microseconds(100), now - deadline);
        }
        Report.None("deadlines-are-not-early"u8, in early);
        Report.None("deadlines-are-late-by-less-than-100-us"u8, in late);
    }

    private static void Waiters()
    {
        Kernel.CreateSemaphore(Selector, 0);
        ulong order = 0;
        StartAll();
        for (uint round = 1; round <= WaitersMax; round++)
        {
            Kernel.SemaphoreUp(Selector);
            order = (order << 8) | (s_first[1] << 0) | (s_second[1] << 2) | (s_third[1] << 4)
                | (s_fourth[1] << 6);
        }
        // Each byte: the numbers that the four have after one more up, two bits each; 4 is lost.
        Report.Equal("waiters-wake-in-order"u8, 0x01_09_39_39, order);
        Report.Equal("the-last-waiter-wakes"u8, WaitersMax, s_fourth[1]);
        Report.Equal("waiters-succeed"u8, 0, s_first[2] | s_second[2] | s_third[2] | s_fourth[2]);
        Report.Refused("nothing-left-over"u8, Status.Timeout, Reason.DeadlinePassed,
            Kernel.SemaphoreDown(Selector, Kernel.Poll, false).Code);
        Worker.EndAll();
        SystemKernel.Discard(Selector);
    }

    private static void Destruction()
    {
        Kernel.CreateSemaphore(Selector, 0);
        StartAll();
        SystemKernel.Discard(Selector);
        ulong gone = new ResultCode(Status.Aborted, Reason.SemaphoreGone).Value;
        Report.Equal("waiters-of-a-destroyed-one-are-told"u8, gone, s_first[2]);
        Report.Equal("all-of-them"u8, gone, s_fourth[2]);
        Worker.EndAll();
    }

    private static void StartAll()
    {
        s_fourth[6] = 0;
        Start(1, ref s_first);
        Start(2, ref s_second);
        Start(3, ref s_third);
        Start(4, ref s_fourth);
    }

    private static void Start(uint number, ref Block block)
    {
        block[0] = Selector;
        block[1] = 0;
        block[2] = ulong.MaxValue;
        block[3] = Imports.AddressOf(ref s_fourth) + (6 * sizeof(ulong));
        block[4] = Places.Nobody;
        Worker.Start(number, ThreadEntry.Waiter, Imports.AddressOf(ref block), High);
    }
}
