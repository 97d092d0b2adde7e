// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>The PL011's register file (DDI 0183, chapter 3) and its interrupt.</summary>
internal static class UartTests
{
    internal static void Run()
    {
        Identity();
        File();
        Interrupt();
        Offsets();
    }

    private static void Identity()
    {
        Tally wrong = default;
        Expect(0xfe0, 0x11, ref wrong);
        Expect(0xfe4, 0x10, ref wrong);
        wrong.Add(0xfe8, (Read(0xfe8) & 15) == 4, Read(0xfe8));
        Expect(0xfec, 0x00, ref wrong);
        Expect(0xff0, 0x0d, ref wrong);
        Expect(0xff4, 0xf0, ref wrong);
        Expect(0xff8, 0x05, ref wrong);
        Expect(0xffc, 0xb1, ref wrong);
        Report.None("uart-identity"u8, in wrong);
        // Transmit FIFO empty, receive FIFO empty, not busy, not full.
        Report.Equal("uart-flags"u8, 0x90, Read(0x18) & 0xf8);
    }

    // What can be written reads back, within its width.
    private static void File()
    {
        Tally wrong = default;
        WriteBack(0x24, 0xffff, ref wrong);
        WriteBack(0x28, 0x3f, ref wrong);
        WriteBack(0x2c, 0xff, ref wrong);
        WriteBack(0x34, 0x3f, ref wrong);
        ulong control = Read(0x30);
        Write(0x30, 0x0301);
        Expect(0x30, 0x0301, ref wrong);
        Write(0x30, control);
        Write(0x38, 0x7ff);
        Expect(0x38, 0x7ff, ref wrong);
        Write(0x38, 0);
        Expect(0x38, 0, ref wrong);
        // Read-only ones stay.
        ulong flags = Read(0x18);
        Write(0x18, 0xffff_ffff);
        Expect(0x18, flags, ref wrong);
        Write(0xfe0, 0xffff_ffff);
        Expect(0xfe0, 0x11, ref wrong);
        Report.None("uart-registers"u8, in wrong);
    }

    private static void WriteBack(ulong offset, ulong width, ref Tally wrong)
    {
        ulong before = Read(offset);
        Write(offset, 0x1555_5555);
        Expect(offset, 0x5555 & width, ref wrong);
        Write(offset, 0x0aaa_aaaa);
        Expect(offset, 0xaaaa & width, ref wrong);
        Write(offset, before);
    }

    private static void Interrupt()
    {
        Gic.Enable(Uart.Interrupt, 0x80);
        Write(0x44, 0x7ff);
        Report.Equal("uart-quiet"u8, 0, Read(0x40));
        // The FIFO passes its level whenever a character has gone.
        Uart.Put((byte)'\r');
        Uart.Put((byte)'\n');
        Write(0x38, Uart.Transmit);
        Gic.Forget();
        Imports.Open(1);
        ulong limit = Imports.Counter() + 2_000_000;
        while (Gic.DeliveredCount == 0 && Imports.Counter() < limit) { }
        Imports.Open(0);
        Report.Equal("uart-interrupt"u8, 1, Gic.DeliveredCount);
        Report.Equal("is-number-33"u8, Uart.Interrupt, Gic.Delivered(0));
        Write(0x44, 0x7ff);
        Write(0x38, 0x7ff);
        Report.Equal("uart-cleared"u8, 0, Read(0x40) & 0x7c0);
        Write(0x38, 0);
    }

    private static void Offsets()
    {
        Tally wrong = default;
        ulong before = Exceptions.Count;
        // The data register is left out: what is written there is printed.
        for (ulong offset = 4; offset < 0x1000; offset += 4)
        {
            ulong value = Read(offset);
            wrong.Add(offset, value <= ushort.MaxValue, value);
            Imports.Read8(Uart.Base + offset);
            Imports.Read16(Uart.Base + offset + 2);
            bool isHarmless = offset is < 0x24 or > 0x48;
            if (isHarmless) Write(offset, 0xffff_ffff);
        }
        wrong.Add(0, Exceptions.Count == before, Exceptions.Count - before);
        Report.None("every-offset-of-the-uart"u8, in wrong);
    }

    private static ulong Read(ulong offset) => Imports.Read32(Uart.Base + offset);

    private static void Write(ulong offset, ulong value) =>
        Imports.Write32(Uart.Base + offset, value);

    private static void Expect(ulong offset, ulong expected, ref Tally wrong)
    {
        ulong value = Read(offset);
        wrong.Add(offset, value == expected, value);
    }
}
