// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.BenchGuest;

/// <summary>Writes to the guest's PL011.</summary>
internal static class Console
{
    private const ulong Uart = 0x0900_0000;
    private const ulong Flags = Uart + 0x18;
    private const ulong LineControl = Uart + 0x2c;
    private const ulong Control = Uart + 0x30;
    private const uint TransmitFull = 1 << 5;
    private const uint EightBitsFifo = 0x70;
    private const uint EnabledBothWays = 0x301;
    private const int DigitsMax = 20;

    internal static void Open()
    {
        Machine.Write(LineControl, EightBitsFifo);
        Machine.Write(Control, EnabledBothWays);
    }

    internal static void Write(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text) Put(value);
    }

    internal static void WriteDecimal(ulong value, int digitCountMin = 1)
    {
        ulong power = 1;
        int digitCount = 1;
        while (digitCount < DigitsMax && (value / power >= 10 || digitCount < digitCountMin))
        {
            power *= 10;
            digitCount++;
        }
        for (; power != 0; power /= 10) Put((byte)('0' + (value / power % 10)));
    }

    private static void Put(byte value)
    {
        while ((Machine.Read(Flags) & TransmitFull) != 0) ;
        Machine.Write(Uart, value);
    }
}
