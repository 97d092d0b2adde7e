// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Kernel.Boot;
using Bulkhead.Kernel.Health;

namespace Bulkhead.Asp.Arm64;

/// <content>Boot console (PL011) and power (PSCI by SMC).</content>
public readonly partial struct Arm64<TBoard>
{
    private const ulong UartData = 0x00;
    private const ulong UartFlags = 0x18;
    private const uint TransmitFull = 1 << 5;
    private const int WaitRounds = 100_000;
    private const ulong SystemOff = 0x8400_0008;
    private const ulong SystemReset = 0x8400_0009;

    /// <inheritdoc/>
    public static bool TryWriteConsole(byte value)
    {
        if ((Mmio.Read32(TBoard.ConsoleUart + UartFlags) & TransmitFull) != 0) return false;
        Mmio.Write32(TBoard.ConsoleUart + UartData, value);
        return true;
    }

    /// <inheritdoc/>
    public static void Shutdown(bool isReset)
    {
        if (TBoard.HasPsci) Native.Firmware(isReset ? SystemReset : SystemOff, 0, 0, 0);
        while (true) Native.WaitForInterrupt();
    }

    /// <inheritdoc/>
    public static void Panic(uint invariant)
    {
        Write("\r\nbulkhead: panic: invariant "u8);
        WriteHex(invariant);
        Write("\r\n"u8);
        Shutdown(false);
    }

    /// <summary>First address behind the memory that the machine has at the board's memory
    /// base.</summary>
    /// <param name="deviceTree">Host address of the boot loader's device tree, any value.</param>
    /// <returns>The address; 0 when the device tree does not tell.</returns>
    public static ulong FindMemoryEnd(ulong deviceTree)
    {
        ulong end = DeviceTreeMemory.FindBankEnd(
            BootWindow.Open(deviceTree, DeviceTreeMemory.BytesMax), TBoard.MemoryBase);
        BootWindow.Close(deviceTree);
        return end;
    }

    /// <summary>The end after an exception of the kernel itself.</summary>
    /// <param name="syndrome">ESR_EL2.</param>
    /// <param name="address">ELR_EL2.</param>
    /// <param name="fault">FAR_EL2.</param>
    public static void PanicException(ulong syndrome, ulong address, ulong fault)
    {
        Write("\r\nbulkhead: kernel exception, syndrome "u8);
        WriteHex(syndrome);
        Write(" at "u8);
        WriteHex(address);
        Write(" address "u8);
        WriteHex(fault);
        Panic((uint)Invariant.NoKernelException);
    }

    /// <summary>The end after a failed check of the language.</summary>
    /// <param name="check">1 index, 2 division, 3 overflow, 4 null, 5 argument, 6 empty nullable, 7
    /// stack guard.</param>
    /// <param name="address">Where.</param>
    public static void PanicLanguage(ulong check, ulong address)
    {
        Write("\r\nbulkhead: language check "u8);
        WriteDecimal(check);
        Write(" failed at "u8);
        WriteHex(address);
        Panic((uint)Invariant.LanguageCheck);
    }

    /// <summary>Writes text to the boot console.</summary>
    /// <param name="text">ASCII.</param>
    public static void Write(ReadOnlySpan<byte> text)
    {
        foreach (byte value in text) WriteConsole(value);
    }

    // What the kernel itself says waits a bounded time.
    private static void WriteConsole(byte value)
    {
        for (int round = 0; round < WaitRounds && !TryWriteConsole(value); round++)
        {
        }
    }

    /// <summary>Writes a number in hexadecimal to the boot console.</summary>
    /// <param name="value">The number.</param>
    public static void WriteHex(ulong value)
    {
        Write("0x"u8);
        for (int shift = 60; shift >= 0; shift -= 4)
        {
            uint digit = (uint)(value >> shift) & 15;
            if (value >> shift == 0 && shift != 0) continue;
            WriteConsole((byte)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }

    /// <summary>Writes a number in decimal to the boot console.</summary>
    /// <param name="value">The number.</param>
    public static void WriteDecimal(ulong value)
    {
        ulong power = 1;
        for (int digits = 1; digits < 20 && value / power >= 10; digits++) power *= 10;
        for (; power != 0; power /= 10) WriteConsole((byte)('0' + (value / power % 10)));
    }
}
