// SPDX-License-Identifier: MIT
using System;

namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Accesses to devices: those that the syndrome describes are exact in every size; those
/// that it does not (ISV = 0) abort and change nothing.</summary>
internal static class DecodeTests
{
    private const ulong Nowhere = 0x5000_0000;
    private const uint Peripheral = 0xfe4; // UARTPeriphID1, 0x10 in every PL011

    internal static void Run()
    {
        Undecodable();
        Sizes();
        Extension();
        Zero();
    }

    // LDP, STP, post- and pre-indexed loads, a vector load, exclusive, pair of vectors (C6.2, C7.2).
    private static void Undecodable()
    {
        Refuse("ldp"u8, 0xa940_0801);
        Refuse("stp"u8, 0xa900_0801);
        Refuse("ldr-post-index"u8, 0xf840_8401);
        Refuse("ldr-pre-index"u8, 0xf840_8c01);
        Refuse("str-post-index"u8, 0xf800_8401);
        Refuse("ldr-vector"u8, 0x3dc0_0001);
        Refuse("str-vector"u8, 0x3d80_0001);
        Refuse("ldp-vectors"u8, 0xad40_0801);
        Refuse("ldxr"u8, 0xc85f_7c01);
        Unaligned("unaligned-word"u8, 0xb940_0001, 2);
        Unaligned("unaligned-doubleword"u8, 0xf940_0001, 4);
        Unaligned("unaligned-across-a-page"u8, 0xf940_0001, 0xffd);
        Unaligned("unaligned-half"u8, 0x7940_0001, 1);
    }

    private static void Refuse(ReadOnlySpan<byte> name, uint instruction)
    {
        Tally wrong = default;
        Refuse(instruction, Nowhere, ref wrong);
        Refuse(instruction, Uart.Base, ref wrong);
        Refuse(instruction, Gic.Distributor + 8, ref wrong);
        Report.None(name, in wrong);
    }

    private static void Unaligned(ReadOnlySpan<byte> name, uint instruction, ulong offset)
    {
        Tally wrong = default;
        Refuse(instruction, Nowhere + offset, ref wrong);
        Refuse(instruction, Uart.Base + offset, ref wrong);
        Report.None(name, in wrong);
    }

    private static void Refuse(uint instruction, ulong address, ref Tally wrong)
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = address;
        ulong raised = Code.Execute(instruction, ref registers);
        wrong.Add(address, raised == 1, raised);
        wrong.Add(address, Exceptions.Class == Exceptions.ClassData, Exceptions.Syndrome);
        wrong.Add(address, Exceptions.Address == Code.Address, Exceptions.Address);
        wrong.Add(address, registers[0] == address, registers[0]);
        for (int register = 1; register < Registers.Count; register++)
        {
            ulong value = registers[register];
            wrong.Add(address, value == Registers.Pattern(register), value);
        }
    }

    private static void Sizes()
    {
        ulong before = Exceptions.Count;
        Report.Equal("read-of-a-byte"u8, 0x10, Imports.Read8(Uart.Base + Peripheral));
        Report.Equal("read-of-a-half"u8, 0x10, Imports.Read16(Uart.Base + Peripheral));
        Report.Equal("read-of-a-word"u8, 0x10, Imports.Read32(Uart.Base + Peripheral));
        ulong low = Imports.Read32(Uart.Base + Peripheral - 4);
        Report.Equal("read-of-a-doubleword"u8, low | (0x10ul << 32),
            Imports.Read64(Uart.Base + Peripheral - 4));
        Report.Equal("sizes-without-exceptions"u8, before, Exceptions.Count);
    }

    // The last cell id is 0xb1: its sign is set. LDRSB W1, LDRSB X1, LDRSH X1, LDRSW X1, LDRB W1.
    private static void Extension()
    {
        Extend("ldrsb-w"u8, 0x39c0_0001, 0xffff_ffb1);
        Extend("ldrsb-x"u8, 0x3980_0001, 0xffff_ffff_ffff_ffb1);
        Extend("ldrsh-x"u8, 0x7980_0001, 0xb1);
        Extend("ldrsw-x"u8, 0xb980_0001, 0xb1);
        Extend("ldrb-w"u8, 0x3940_0001, 0xb1);
        // Four priorities make a word whose sign is set.
        Imports.Write32(Gic.Distributor + Gic.Priority + 40, 0xf8f8_f8f8);
        var registers = default(Registers);
        registers[0] = Gic.Distributor + Gic.Priority + 40;
        Code.Execute(0xb980_0001, ref registers);
        Report.Equal("ldrsw-of-a-negative"u8, 0xffff_ffff_f8f8_f8f8, registers[1]);
        Imports.Write32(Gic.Distributor + Gic.Priority + 40, 0x8080_8080);
    }

    private static void Extend(ReadOnlySpan<byte> name, uint instruction, ulong expected)
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = Uart.Base + 0xffc;
        Code.Execute(instruction, ref registers);
        Report.Equal(name, expected, registers[1]);
    }

    // LDR WZR drops the value, STR WZR writes zero; SP as the base is a register like others.
    private static void Zero()
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = Uart.Base + Peripheral;
        ulong raised = Code.Execute(0xb940_001f, ref registers);
        Tally wrong = default;
        wrong.Add(0, raised == 0 && registers[0] == Uart.Base + Peripheral, raised);
        for (int register = 1; register < Registers.Count; register++)
            wrong.Add((uint)register, registers[register] == Registers.Pattern(register), 0);
        Report.None("ldr-to-the-zero-register"u8, in wrong);
        Imports.Write32(Uart.Base + 0x28, 0x15);
        registers[0] = Uart.Base + 0x28;
        Code.Execute(0xb900_001f, ref registers);
        Report.Equal("str-of-the-zero-register"u8, 0, Imports.Read32(Uart.Base + 0x28));
    }
}
