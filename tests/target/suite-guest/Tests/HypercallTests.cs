// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Immediates of HVC and SMC, and function ids of every owner (DEN 0028): what nobody
/// offers is not supported, and no register changes but x0.</summary>
internal static class HypercallTests
{
    private const uint FunctionsOfAnOwner = 32;

    internal static void Run()
    {
        Immediates();
        Functions();
        Vendor();
    }

    private static void Immediates()
    {
        Tally wrong = default;
        for (uint immediate = 1; immediate <= ushort.MaxValue; immediate += 3)
            Refuse(immediate, false, 0x8400_0000, ref wrong);
        Report.None("hvc-immediates"u8, in wrong);
        wrong = default;
        for (uint immediate = 1; immediate <= ushort.MaxValue; immediate += 29)
            Refuse(immediate, true, 0x8400_0008, ref wrong);
        Report.None("smc-immediates"u8, in wrong);
    }

    private static void Functions()
    {
        Tally wrong = default;
        for (uint owner = 0; owner < 256; owner++)
        {
            for (uint number = 0; number < FunctionsOfAnOwner; number++)
            {
                uint function = (owner << 24) | number;
                if (IsOffered(function)) continue;
                Refuse(0, (number & 1) != 0, function, ref wrong);
                Refuse(0, (number & 1) == 0, function | 0xffe0, ref wrong);
            }
        }
        Report.None("function-ids"u8, in wrong);
    }

    // PSCI to SYSTEM_RESET, PSCI_FEATURES, and the version of the convention itself.
    private static bool IsOffered(uint function) => function
        is (>= 0x8400_0000 and <= 0x8400_000a) or (>= 0xc400_0001 and <= 0xc400_0004)
        or 0x8000_0000 or 0x8000_0001;

    private static void Refuse(uint immediate, bool isMonitor, uint function, ref Tally wrong)
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = 0x1234_5678_0000_0000ul | function;
        ulong raised = Firmware.Call(immediate, isMonitor, ref registers);
        ulong index = ((ulong)immediate << 32) | function;
        wrong.Add(index, raised == 0 && registers[0] == Firmware.NotSupported, registers[0]);
        for (int register = 1; register < Registers.Count; register++)
        {
            ulong value = registers[register];
            wrong.Add(index, value == Registers.Pattern(register), value);
        }
    }

    private static void Vendor()
    {
        Report.Equal("smccc-version"u8, 0x1_0001, Firmware.Call(0x8000_0000));
        var registers = default(Registers);
        registers.Fill();
        registers[0] = 0x8600_ff01;
        Firmware.Call(0, true, ref registers);
        Report.That("vendor-id"u8, registers[0] <= uint.MaxValue && registers[3] <= uint.MaxValue);
        Tally wrong = default;
        for (int register = 4; register < Registers.Count; register++)
            wrong.Add((uint)register, registers[register] == Registers.Pattern(register), 0);
        Report.None("vendor-id-keeps-the-others"u8, in wrong);
    }
}
