// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Touches what the guest does not own: the answer is an external abort, exactly there.
/// </summary>
internal static class AddressTests
{
    private const ulong Memory = 0x4000_0000, MemoryBytes = 0x40_0000, Step = 2ul << 20;
    private const ulong Gigabyte = 1ul << 30;

    internal static void Run()
    {
        Sweep();
        Edges();
        Above();
        Fetches();
    }

    private static void Sweep()
    {
        Tally wrong = default;
        for (ulong at = 0; at < 509 * Gigabyte; at += at < 4 * Gigabyte ? Step : 37 * Step)
        {
            if (at is 0x0800_0000 or 0x0900_0000 or 0x0a00_0000) continue;
            if (at - Memory < MemoryBytes) continue;
            Touch(at, false, ref wrong);
            Touch(at + 0x1f_fff8, true, ref wrong);
        }
        Report.None("nothing-else-is-there"u8, in wrong);
    }

    private static void Touch(ulong at, bool isWrite, ref Tally wrong)
    {
        ulong before = Exceptions.Count;
        if (isWrite) Imports.Write32(at, 0x5555);
        else Imports.Read64(at);
        bool isExact = Exceptions.Count == before + 1 && Exceptions.Class == Exceptions.ClassData
            && Exceptions.Status == Exceptions.StatusExternal && Exceptions.Fault == at;
        wrong.Add(at, isExact, Exceptions.Syndrome);
    }

    // Right beside what there is.
    private static void Edges()
    {
        Tally wrong = default;
        Touch(Memory - 8, false, ref wrong);
        Touch(Memory + MemoryBytes, true, ref wrong);
        Touch(0x0801_0000, false, ref wrong);
        Touch(0x080a_0000 - 8, true, ref wrong);
        Touch(0x080e_0000, true, ref wrong);
        Touch(0x0900_1000, true, ref wrong);
        Touch(0x0901_1000, false, ref wrong);
        Touch(0x0a00_4000, false, ref wrong);
        Report.None("edges-are-sharp"u8, in wrong);
        ulong before = Exceptions.Count;
        Imports.Write64(Memory + MemoryBytes - 8, 0x7777);
        Report.Equal("the-last-word-is-there"u8, 0x7777, Imports.Read64(Memory + MemoryBytes - 8));
        Report.Equal("without-exceptions"u8, before, Exceptions.Count);
    }

    // The last two blocks of the map lead to 512 GiB and to 2 TiB.
    private static void Above()
    {
        Tally wrong = default;
        for (ulong at = 510 * Gigabyte; at < 511 * Gigabyte; at += 61 * Step)
        {
            Touch(at, false, ref wrong);
            Touch(at, true, ref wrong);
        }
        Report.None("above-the-guest-physical-space"u8, in wrong);
        ulong before = Exceptions.Count;
        Imports.Read32(511 * Gigabyte);
        Imports.Write32((512 * Gigabyte) - 4, 1);
        Report.Equal("above-40-bits"u8, before + 2, Exceptions.Count);
        Report.Equal("is-the-guests-own-fault"u8, Exceptions.ClassData, Exceptions.Class);
    }

    private static void Fetches()
    {
        Imports.Expect(Exceptions.Return);
        Fetch("fetch-from-the-uart"u8, Uart.Base);
        Fetch("fetch-from-the-distributor"u8, Gic.Distributor);
        Fetch("fetch-from-nothing"u8, 0x2000_0000);
        Fetch("fetch-behind-memory"u8, Memory + MemoryBytes);
        Fetch("fetch-from-far-away"u8, 300 * Gigabyte);
        Fetch("fetch-above-the-space"u8, 510 * Gigabyte);
        Imports.Expect(Exceptions.StepOver);
    }

    private static void Fetch(ReadOnlySpan<byte> name, ulong at)
    {
        ulong before = Exceptions.Count;
        Imports.Fetch(at);
        Tally wrong = default;
        wrong.Add(1, Exceptions.Count == before + 1, Exceptions.Count - before);
        wrong.Add(2, Exceptions.Class == Exceptions.ClassFetch, Exceptions.Class);
        wrong.Add(3, Exceptions.Status == Exceptions.StatusExternal, Exceptions.Status);
        wrong.Add(4, Exceptions.Address == at, Exceptions.Address);
        wrong.Add(5, Exceptions.Fault == at, Exceptions.Fault);
        Report.None(name, in wrong);
    }
}
