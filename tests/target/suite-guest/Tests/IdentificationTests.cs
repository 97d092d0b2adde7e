// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>The identification registers promise only what the virtual machine keeps.</summary>
internal static class IdentificationTests
{
    private const uint Processor0 = 0, Processor1 = 1, Vectors = 4, Matrices = 5;

    internal static void Run()
    {
        ulong processor = Read(4, Processor0);
        Field("el0-is-aarch64"u8, processor, 0, 1, 2);
        Field("el1-is-aarch64"u8, processor, 4, 1, 1);
        Field("no-el2"u8, processor, 8, 0, 0);
        Field("no-el3"u8, processor, 12, 0, 0);
        Field("gic-by-system-registers"u8, processor, 24, 1, 1);
        Field("no-ras"u8, processor, 28, 0, 0);
        Field("no-sve"u8, processor, 32, 0, 0);
        Field("no-amu"u8, processor, 44, 0, 0);
        ulong extensions = Read(4, Processor1);
        Field("no-mte"u8, extensions, 8, 0, 0);
        Field("no-sme"u8, extensions, 24, 0, 0);
        Report.Equal("sve-features"u8, 0, Read(4, Vectors));
        Report.Equal("sme-features"u8, 0, Read(4, Matrices));
        Field("no-pmu"u8, Read(5, 0), 8, 0, 0);
        Field("no-pointer-authentication"u8, Read(6, 1), 4, 0, 0);
        Field("physical-addresses"u8, Read(7, 0), 0, 2, 2);
        Field("no-vhe"u8, Read(7, 1), 8, 0, 0);
        Reserved();
        Report.Equal(
            "mpidr"u8, 0x8000_0000, SystemRegister.Read(SystemRegister.Name(3, 0, 0, 0, 5)));
        Report.That("midr"u8, SystemRegister.Read(SystemRegister.Name(3, 0, 0, 0, 0)) != 0);
    }

    private static ulong Read(uint row, uint column) =>
        SystemRegister.Read(SystemRegister.Name(3, 0, 0, row, column));

    private static void Field(
        System.ReadOnlySpan<byte> name, ulong value, int shift, ulong least, ulong most)
    {
        ulong field = (value >> shift) & 15;
        Report.Equal(name, field >= least && field <= most ? field : least, field);
    }

    // The whole group is readable; what is not defined reads as zero.
    private static void Reserved()
    {
        Tally wrong = default;
        for (uint row = 1; row < 8; row++)
        {
            for (uint column = 0; column < 8; column++)
            {
                var registers = default(Registers);
                registers.Fill();
                ulong raised = SystemRegister.TryRead(
                    SystemRegister.Name(3, 0, 0, row, column), ref registers);
                wrong.Add((row << 4) | column, raised == 0, Exceptions.Syndrome);
                bool isReserved = (row == 5 && column > 1) || (row == 6 && column > 2);
                wrong.Add((row << 4) | column, !isReserved || registers[1] == 0, registers[1]);
            }
        }
        Report.None("identification-registers"u8, in wrong);
    }
}
