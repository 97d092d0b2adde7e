// SPDX-License-Identifier: MIT
namespace Bulkhead.Suite.Guest.Tests;

/// <summary>Instructions that do not exist, and states that are illegal: the guest's own
/// exceptions.
/// </summary>
internal static class UndefinedTests
{
    private const uint Count = 20_000;

    // Fields of the top-level encoding that are unallocated (DDI 0487, C4.1): bits 28:25 = 0001,
    // 0011.
    private const uint TopMask = 0x1e00_0000, First = 0x0200_0000, Second = 0x0600_0000;

    internal static void Run()
    {
        Storm();
        States();
        Levels();
    }

    private static void Storm()
    {
        Tally wrong = default;
        uint random = 0x1234_5678;
        for (uint round = 0; round < Count; round++)
        {
            random = (random * 1_664_525) + 1_013_904_223;
            uint instruction = (round % 3) switch
            {
                0 => (random >> 3) & 0xffff,
                1 => (random & ~TopMask) | First,
                _ => (random & ~TopMask) | Second,
            };
            var registers = default(Registers);
            registers.Fill();
            ulong raised = Code.Execute(instruction, ref registers);
            bool isExact = raised == 1 && Exceptions.Class == Exceptions.ClassUnknown
                && Exceptions.Address == Code.Address;
            wrong.Add(instruction, isExact, Exceptions.Syndrome);
        }
        Report.None("undefined-instructions"u8, in wrong);
    }

    // Returns to EL2, to EL3, to AArch32 and to reserved modes.
    private static void States()
    {
        Imports.Expect(Exceptions.Return);
        Tally wrong = default;
        for (ulong mode = 1; mode < 32; mode++)
        {
            if (mode is 4 or 5 or 0x10) continue;
            ulong before = Exceptions.Count;
            Imports.IllegalReturn(0x3c0 | mode);
            wrong.Add(mode, Exceptions.Count == before + 1, Exceptions.Count - before);
            wrong.Add(mode, Exceptions.Class == Exceptions.ClassIllegal, Exceptions.Syndrome);
        }
        Imports.Expect(Exceptions.StepOver);
        Report.None("illegal-states"u8, in wrong);
    }

    // Registers and operations of EL2 and EL3, breakpoints of the hypervisor's kind.
    private static void Levels()
    {
        Tally wrong = default;
        Refuse(0xd53c_1100, ref wrong); // MRS HCR_EL2
        Refuse(0xd51c_2100, ref wrong); // MSR VTTBR_EL2
        Refuse(0xd51c_c000, ref wrong); // MSR VBAR_EL2
        Refuse(0xd53e_1100, ref wrong); // MRS SCR_EL3
        Refuse(0xd50c_871f, ref wrong); // TLBI ALLE2
        Refuse(0xd50c_879f, ref wrong); // TLBI ALLE1
        Refuse(0xd50c_7800, ref wrong); // AT S1E2R
        Refuse(0xd53c_cb00, ref wrong); // MRS ICH_HCR_EL2
        Refuse(0xd440_0000, ref wrong); // HLT
        Refuse(0xd4a0_0002, ref wrong); // DCPS2
        Refuse(0x2518_e3e0, ref wrong); // PTRUE of SVE
        Refuse(0xd503_477f, ref wrong); // SMSTART of SME
        Report.None("higher-levels-are-undefined"u8, in wrong);
    }

    private static void Refuse(uint instruction, ref Tally wrong)
    {
        var registers = default(Registers);
        ulong raised = Code.Execute(instruction, ref registers);
        wrong.Add(instruction, raised == 1, raised);
        wrong.Add(instruction, Exceptions.IsUndefined, Exceptions.Syndrome);
    }
}
