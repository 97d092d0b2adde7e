// SPDX-License-Identifier: MIT
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Every system register name, read and written by a native thread: only those that belong
/// to it do anything.</summary>
internal static class RegisterTests
{
    private const uint Names = 1 << 15;
    private const uint Read = 0xd530_0000, Write = 0xd510_0000, Operate = 0xd508_0000;

    private static Block s_block;

    internal static void Run()
    {
        Newborn();
        Faults.Answer(ExitAction.Advance);
        SweepRead();
        SweepWrite();
        SweepOperations();
    }

    // A thread begins with nothing but its argument.
    private static void Newborn()
    {
        Kernel.CreateSemaphore(Places.Free, 0);
        s_block = default;
        s_block[0] = Places.Free;
        s_block[31] = Places.Nobody;
        Worker.Start(
            1, ThreadEntry.Newborn, Imports.AddressOf(ref s_block), Worker.TesterPriority + 1);
        Tally wrong = default;
        for (int register = 1; register < Registers.Count; register++)
            wrong.Add((uint)register, s_block[register] == 0, s_block[register]);
        wrong.Add(32, s_block[32] == 0, s_block[32]);
        Report.None("registers-of-a-new-thread"u8, in wrong);
        Worker.End(1);
        SystemKernel.Discard(Places.Free);
    }

    private static void SweepRead()
    {
        Tally wrong = default;
        ulong readable = 0;
        for (uint name = 0; name < Names; name++)
        {
            bool isTrapped = Try(Read | (name << 5), 0, ref wrong);
            if (isTrapped) continue;
            readable++;
            wrong.Add(name, IsReadable(name), name);
        }
        Report.None("system-registers-read"u8, in wrong);
        Report.Note("readable system registers"u8, readable);
    }

    // Zero is written; what may be written is given back what it was.
    private static void SweepWrite()
    {
        Tally wrong = default;
        for (uint name = 0; name < Names; name++)
        {
            if (IsReadable(name) && Name(name) == ThreadPointer) continue;
            bool isTrapped = Try(Write | (name << 5), 0, ref wrong);
            if (!isTrapped) wrong.Add(name, IsWritable(name), name);
        }
        Report.None("system-registers-written"u8, in wrong);
    }

    // SYS: caches, translations, predictors. The address is of a page that may be cleared.
    private static void SweepOperations()
    {
        SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, Places.FreeOffset, Places.FreeAddress,
            Limits.PageBytes, MemoryAccess.Read | MemoryAccess.Write);
        Tally wrong = default;
        for (uint name = 0; name < Names / 2; name++)
        {
            bool isTrapped = Try(Operate | (name << 5), Places.FreeAddress, ref wrong);
            if (!isTrapped) wrong.Add(name, IsOperation(name), name);
        }
        Report.None("system-operations"u8, in wrong);
        SystemKernel.Unmap(Selectors.OwnDomain, Places.FreeAddress, Limits.PageBytes);
    }

    private static bool Try(uint instruction, ulong x0, ref Tally wrong)
    {
        var registers = default(Registers);
        registers[0] = x0;
        ulong before = Faults.Count;
        Code.Set(instruction);
        Imports.Probe(ref registers);
        if (Faults.Count == before) return false;
        bool isExact = Faults.Count == before + 1 && Faults.Pc == Code.Address
            && Faults.Kind == FaultKind.UndefinedInstruction && registers[0] == x0;
        wrong.Add(instruction, isExact, Faults.Syndrome);
        return true;
    }

    // op1:CRn:CRm:op2 of op0 3, where the lowest 14 bits of a name hold them and bit 14 is op0 3.
    private static uint Name(uint name) => name & 0x7fff;

    private const uint Base = 0x4000 | (3 << 11);
    private const uint ThreadPointer = Base | (13 << 7) | 2;

    private static bool IsReadable(uint name) => Name(name) is
        (Base | (0 << 7) | 1) or (Base | (0 << 7) | 7)                     // CTR, DCZID
        or (Base | (2 << 7) | (4 << 3)) or (Base | (2 << 7) | (4 << 3) | 1) // RNDR, RNDRRS
        or (Base | (13 << 7) | 3)                                           // TPIDRRO
        or (Base | (14 << 7)) or (Base | (14 << 7) | 1) or (
            Base | (14 << 7) | 2) // CNTFRQ, counters
        or (Base | (14 << 7) | 5) or (Base | (14 << 7) | 6)
        || IsWritable(name);

    private static bool IsWritable(uint name) => Name(name) is
        ThreadPointer
        or (Base | (4 << 7) | (2 << 3))                                     // NZCV
        or (Base | (4 << 7) | (2 << 3) | 5) or (Base | (4 << 7) | (2 << 3) | 6) // DIT, SSBS
        or (Base | (4 << 7) | (4 << 3)) or (Base | (4 << 7) | (4 << 3) | 1); // FPCR, FPSR

    private const uint User = 3 << 11;

    private static bool IsOperation(uint name) => name is
        (User | (7 << 7) | (4 << 3) | 1)                                    // DC ZVA
        or (User | (7 << 7) | (5 << 3) | 1)                                 // IC IVAU
        or (User | (7 << 7) | (10 << 3) | 1) or (User | (7 << 7) | (11 << 3) | 1) // DC CVAC, CVAU
        or (User | (7 << 7) | (12 << 3) | 1) or (User | (7 << 7) | (13 << 3) | 1) // CVAP, CVADP
        or (User | (7 << 7) | (14 << 3) | 1)                                // CIVAC
        or (User | (7 << 7) | (3 << 3) | 4) or (User | (7 << 7) | (3 << 3) | 5)
        or (User | (7 << 7) | (3 << 3) | 7);                                // predictors
}
