// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Registers of the distributor and redistributor (IHI 0069, chapter 12): set and clear
/// pairs, priorities, configuration, and every offset.</summary>
internal static class GicTests
{
    private const ulong FrameBytes = 0x1_0000;
    private const uint All = uint.MaxValue;

    internal static void Run()
    {
        Identity();
        uint words = (uint)(Imports.Read32(Gic.Distributor + Gic.Type) & 31) + 1;
        Report.Note("interrupt lines of the distributor"u8, words * 32);
        Pairs("enable-bits"u8, Gic.SetEnable, Gic.ClearEnable, words);
        Pairs("pending-bits"u8, Gic.SetPending, Gic.ClearPending, words);
        Pairs("active-bits"u8, Gic.SetActive, Gic.ClearActive, words);
        Priorities(words);
        Configuration(words);
        Unimplemented(words);
        Offsets("every-offset-of-the-distributor"u8, Gic.Distributor);
        Offsets("every-offset-of-the-redistributor"u8, Gic.Redistributor);
        Offsets("every-offset-of-its-private-frame"u8, Gic.Private);
        Offsets("every-offset-of-the-others-frame"u8, Gic.Private + 0x2_0000);
    }

    private static void Identity()
    {
        Report.Equal("distributor-is-version-3"u8, 3,
            (Imports.Read32(Gic.Distributor + 0xffe8) >> 4) & 15);
        Report.Equal("redistributor-is-version-3"u8, 3,
            (Imports.Read32(Gic.Redistributor + 0xffe8) >> 4) & 15);
        ulong first = Imports.Read64(Gic.Redistributor + 8);
        ulong second = Imports.Read64(Gic.Redistributor + 0x2_0000 + 8);
        Report.Equal("first-redistributor"u8, 0, (first >> 32) | (first & 0x10));
        Report.Equal("second-redistributor"u8, 1, second >> 32);
        Report.Equal("is-the-last"u8, 0x10, second & 0x10);
    }

    // Setting and clearing act on the ones that are written, and both registers show the state.
    private static void Pairs(ReadOnlySpan<byte> name, ulong set, ulong clear, uint words)
    {
        Tally wrong = default;
        for (uint word = 0; word < words; word++)
        {
            ulong frame = Gic.Frame(word);
            ulong setAt = frame + set + (word * 4), clearAt = frame + clear + (word * 4);
            Imports.Write32(clearAt, All);
            ulong owned = word == 0 ? 0xffff_ffff : All;
            Expect(setAt, 0, ref wrong);
            Imports.Write32(setAt, 0x5a5a_a5a5);
            Expect(setAt, 0x5a5a_a5a5 & owned, ref wrong);
            Expect(clearAt, 0x5a5a_a5a5 & owned, ref wrong);
            Imports.Write32(setAt, 0);
            Expect(setAt, 0x5a5a_a5a5, ref wrong);
            Imports.Write32(setAt, 0x0000_ffff);
            Expect(setAt, 0x5a5a_ffff, ref wrong);
            Imports.Write32(clearAt, 0x00ff_00ff);
            Expect(setAt, 0x5a00_ff00, ref wrong);
            Imports.Write32(clearAt, 0);
            Expect(clearAt, 0x5a00_ff00, ref wrong);
            Imports.Write32(clearAt, All);
            Expect(setAt, 0, ref wrong);
        }
        Report.None(name, in wrong);
    }

    private static void Expect(ulong at, ulong expected, ref Tally wrong)
    {
        ulong value = Imports.Read32(at);
        wrong.Add(at, value == expected, value);
    }

    // At least the upper five bits of each are there; bytes and words are the same registers.
    private static void Priorities(uint words)
    {
        Tally wrong = default;
        for (uint interrupt = 0; interrupt < words * 32; interrupt++)
        {
            ulong at = Gic.Frame(interrupt / 32) + Gic.Priority + interrupt;
            for (ulong value = 0; value < 256; value += 51)
            {
                Imports.Write8(at, value);
                ulong read = Imports.Read8(at);
                wrong.Add(at, (read & 0xf8) == (value & 0xf8) && (read & ~value) == 0, read);
                ulong word = Imports.Read32(at & ~3ul) >> (int)((at & 3) * 8);
                wrong.Add(at, (word & 0xff) == read, word);
            }
            Imports.Write8(at, 0x80);
        }
        Report.None("priorities"u8, in wrong);
    }

    // Two bits an interrupt, of which the upper one says edge; SGIs are always edge-triggered.
    private static void Configuration(uint words)
    {
        Tally wrong = default;
        Expect(Gic.Private + Gic.Configuration, 0xaaaa_aaaa, ref wrong);
        for (uint register = 2; register < words * 2; register++)
        {
            ulong at = Gic.Distributor + Gic.Configuration + (register * 4);
            Imports.Write32(at, All);
            Expect(at, 0xaaaa_aaaa, ref wrong);
            Imports.Write32(at, 0x0820_5555);
            Expect(at, 0x0820_0000, ref wrong);
            Imports.Write32(at, 0);
            Expect(at, 0, ref wrong);
        }
        Report.None("configuration"u8, in wrong);
    }

    // Interrupts that are not there read as zero and ignore writes.
    private static void Unimplemented(uint words)
    {
        Tally wrong = default;
        for (uint word = words; word < 32; word++)
        {
            ulong at = Gic.Distributor + Gic.SetEnable + (word * 4);
            Imports.Write32(at, All);
            Expect(at, 0, ref wrong);
            at = Gic.Distributor + Gic.SetPending + (word * 4);
            Imports.Write32(at, All);
            Expect(at, 0, ref wrong);
        }
        if (words == 32) wrong.Add(0, true, 0);
        Report.None("interrupts-that-are-not-there"u8, in wrong);
    }

    // Whatever is read or written anywhere, in whatever size: an answer or an abort, never an end.
    private static void Offsets(ReadOnlySpan<byte> name, ulong frame)
    {
        Tally wrong = default;
        ulong before = Exceptions.Count;
        for (ulong offset = 0; offset < FrameBytes; offset += 4)
        {
            ulong value = Imports.Read32(frame + offset);
            wrong.Add(frame + offset, value <= uint.MaxValue, value);
            if (offset % 16 != 0) continue;
            Imports.Read8(frame + offset + 1);
            Imports.Read16(frame + offset + 2);
            Imports.Read64(frame + offset);
            Imports.Write64(frame + offset, 0);
            Imports.Write8(frame + offset + 3, 0);
        }
        wrong.Add(0, Exceptions.Count == before, Exceptions.Count - before);
        Report.None(name, in wrong);
    }
}
