// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Every system register name at EL1: it gives a value or is undefined, right there, and
/// nothing else changes.</summary>
internal static class RegisterTests
{
    internal static void Run()
    {
        Reads();
        Writes();
    }

    private static void Reads()
    {
        Tally wrong = default;
        ulong readable = 0;
        for (uint name = 0; name < SystemRegister.NamesMax; name++)
        {
            var registers = default(Registers);
            registers.Fill();
            ulong raised = SystemRegister.TryRead(name, ref registers);
            if (raised == 0) readable++;
            Check(name, raised, in registers, ref wrong);
        }
        Report.None("system-registers-read"u8, in wrong);
        Report.Note("readable system registers"u8, readable);
    }

    // What can be read is written back; what cannot is given zero.
    private static void Writes()
    {
        Tally wrong = default;
        ulong writable = 0;
        for (uint name = 0; name < SystemRegister.NamesMax; name++)
        {
            if (IsDelicate(name)) continue;
            var registers = default(Registers);
            if (SystemRegister.TryRead(name, ref registers) != 0) registers[1] = 0;
            ulong value = registers[1];
            registers.Fill();
            registers[1] = value;
            ulong raised = SystemRegister.TryWrite(name, ref registers);
            if (raised == 0) writable++;
            wrong.Add(name, registers[1] == value, registers[1]);
            registers[1] = Registers.Pattern(1);
            Check(name, raised, in registers, ref wrong);
        }
        Report.None("system-registers-written"u8, in wrong);
        Report.Note("writable system registers"u8, writable);
    }

    private static void Check(uint name, ulong raised, in Registers registers, ref Tally wrong)
    {
        if (raised != 0)
        {
            bool isExact = raised == 1 && Exceptions.IsUndefined
                && Exceptions.Address == Code.Address;
            wrong.Add(name, isExact, Exceptions.Syndrome);
            wrong.Add(name, registers[1] == Registers.Pattern(1), registers[1]);
        }
        for (int register = 0; register < Registers.Count; register++)
        {
            if (register == 1) continue;
            ulong value = registers[register];
            wrong.Add(name, value == Registers.Pattern(register), value);
        }
    }

    // A value that was true before the read may not be any more: stack selection, exception state.
    private static bool IsDelicate(uint name) =>
        name == SystemRegister.Name(3, 0, 4, 2, 0)      // SPSel
        || name == SystemRegister.Name(3, 0, 4, 2, 2)   // CurrentEL
        || name == SystemRegister.SoftwareInterrupt;
}
