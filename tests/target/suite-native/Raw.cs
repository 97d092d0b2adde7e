// SPDX-License-Identifier: MIT
using Bulkhead.Abi;

namespace Bulkhead.Suite.Native;

/// <summary>Hypercalls with every register chosen, and what they leave in the registers.</summary>
internal static class Raw
{
    private const int FirstScratch = 10, FirstPreserved = 18;

    // SVC (DDI 0487, C6.2.365).
    private const uint SupervisorCall = 0xd400_0001;

    private static Tally s_preserved;
    private static Tally s_scratch;
    private static Tally s_untouched;

    /// <summary>Makes a hypercall with arguments 0 to 8 given and a pattern in the rest.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="registers">Registers, afterwards the results.</param>
    /// <returns>The result code.</returns>
    internal static ResultCode Call(ushort number, ref Registers registers)
    {
        Registers before = registers;
        Code.Set(SupervisorCall | ((uint)number << 5));
        Imports.Probe(ref registers);
        Compare(number, in before, in registers);
        return new ResultCode(registers[0]);
    }

    /// <summary>Makes a hypercall.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="x0">Argument.</param>
    /// <param name="x1">Argument.</param>
    /// <param name="x2">Argument.</param>
    /// <param name="x3">Argument.</param>
    /// <param name="x4">Argument.</param>
    /// <param name="x5">Argument.</param>
    /// <returns>The result code.</returns>
    internal static ResultCode Call(
        Hypercall number, ulong x0 = 0, ulong x1 = 0, ulong x2 = 0, ulong x3 = 0, ulong x4 = 0,
        ulong x5 = 0)
    {
        var registers = default(Registers);
        registers.Fill();
        registers[0] = x0;
        registers[1] = x1;
        registers[2] = x2;
        registers[3] = x3;
        registers[4] = x4;
        registers[5] = x5;
        registers[6] = 0;
        registers[7] = 0;
        return Call((ushort)number, ref registers);
    }

    /// <summary>Reports what all calls together left in the registers.</summary>
    internal static void ReportRegisters()
    {
        Report.None("x18-to-x30-preserved"u8, in s_preserved);
        Report.None("x10-to-x17-carry-nothing"u8, in s_scratch);
        Report.None("refused-calls-return-nothing-in-x1-to-x9"u8, in s_untouched);
    }

    private static void Compare(ushort number, in Registers before, in Registers after)
    {
        bool isRefused = after[0] != 0;
        for (int register = 1; register < Registers.Count; register++)
        {
            ulong value = after[register];
            bool isSame = value == before[register];
            ulong where = ((ulong)number << 8) | (uint)register;
            if (register >= FirstPreserved) s_preserved.Add(where, isSame, value);
            else if (register >= FirstScratch) s_scratch.Add(where, isSame || value == 0, value);
            else if (isRefused) s_untouched.Add(where, isSame || value == 0, value);
        }
    }
}
