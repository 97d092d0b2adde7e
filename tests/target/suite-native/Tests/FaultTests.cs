// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Everything that a thread can do wrong is told to its fault portal exactly, and costs
/// nobody else anything.</summary>
internal static class FaultTests
{
    private const uint WriteBit = 1 << 6;

    internal static void Run()
    {
        Faults.Answer(ExitAction.Advance);
        Data();
        Sweep();
        Undefined();
        Redirected();
        VictimTests.Run();
    }

    private static void Data()
    {
        Access("null-read"u8, 0, false);
        Access("null-write"u8, 0, true);
        Access("text-write"u8, NativeLayout.Program, true);
        Access("code-page-write"u8, Code.Address, true);
        Access("kernel-read"u8, 0x4020_0000, false);
        Access("uart-write"u8, 0x0900_0000, true);
        Access("gic-read"u8, 0x0800_0000, false);
        Access("above-the-space"u8, 1ul << 39, false);
        Access("above-40-bits"u8, 1ul << 40, true);
        Access("above-48-bits"u8, 1ul << 48, false);
        Access("top-bit"u8, 1ul << 63, true);
        Access("last-word"u8, ulong.MaxValue - 7, false);
    }

    private static void Access(ReadOnlySpan<byte> name, ulong address, bool isWrite)
    {
        ulong before = Faults.Count;
        if (isWrite) Imports.Store(address, 1);
        else Imports.Load(address);
        bool isExact = Faults.Count == before + 1 && Faults.Kind == FaultKind.DataAccess
            && Faults.Address == address && Faults.Class == 0x24
            && (Faults.Syndrome & WriteBit) != 0 == isWrite && Faults.Tag == 0
            && Faults.StackPointer - Imports.StackTop(0) > ulong.MaxValue - 0x4000;
        Report.Equal(name, 1, isExact ? 1 : Faults.Syndrome);
    }

    // Nothing shows through anywhere: every 2 MiB of the first 4 GiB, every 64 MiB of the rest.
    private static void Sweep()
    {
        Tally wrong = default;
        for (ulong at = 0x1000; at < 1ul << 39; at += at < 1ul << 32 ? 2ul << 20 : 64ul << 20)
        {
            if (IsMapped(at)) continue;
            ulong before = Faults.Count;
            Imports.Load(at);
            Imports.Store(at, 0x5555);
            bool isExact = Faults.Count == before + 2 && Faults.Address == at;
            wrong.Add(at, isExact, Faults.Count - before);
        }
        Report.None("nothing-shows-through"u8, in wrong);
    }

    private static bool IsMapped(ulong at) =>
        at is (>= NativeLayout.Utcb and < NativeLayout.Program + 0x40_0000)
            or (>= Code.Address and < Code.Address + 0x20_0000)
            or (>= NativeLayout.Payloads and < NativeLayout.Payloads + 0x400_0000);

    // Instructions that do not exist at EL0, or that the kernel keeps to itself (Arm ARM C5, C6).
    private static void Undefined()
    {
        Execute("udf"u8, 0x0000_0000, 0);
        Execute("unallocated"u8, 0xffff_ffff, 0);
        Execute("hvc"u8, 0xd400_0002, 0);
        Execute("hvc-1"u8, 0xd400_0022, 0);
        Execute("smc"u8, 0xd400_0003, 0);
        Execute("hlt"u8, 0xd440_0000, 0);
        Execute("eret"u8, 0xd69f_03e0, 0);
        Execute("dcps1"u8, 0xd4a0_0001, 0);
        Execute("daifset"u8, 0xd503_42df, 0x18);
        Execute("daifclr"u8, 0xd503_42ff, 0x18);
        Execute("spsel"u8, 0xd500_41bf, 0);
        Execute("read-sctlr-el1"u8, 0xd538_1000, 0);
        Execute("read-hcr-el2"u8, 0xd53c_1100, 0);
        Execute("write-vttbr-el2"u8, 0xd51c_2100, 0);
        Execute("write-vbar-el1"u8, 0xd518_c000, 0);
        Execute("tlbi-vmalle1"u8, 0xd508_871f, 0);
        Execute("tlbi-alle2"u8, 0xd50c_871f, 0);
        Execute("dc-isw"u8, 0xd508_7640, 0);
        Execute("at-s1e1r"u8, 0xd508_7800, 0);
        Execute("ic-iallu"u8, 0xd508_751f, 0);
        Breakpoints();
    }

    private static void Execute(ReadOnlySpan<byte> name, uint instruction, ulong syndromeClass)
    {
        var registers = default(Registers);
        registers.Fill();
        Code.Set(instruction);
        ulong before = Faults.Count;
        Imports.Probe(ref registers);
        Tally wrong = default;
        for (int register = 0; register < Registers.Count; register++)
        {
            ulong value = registers[register];
            wrong.Add((uint)register, value == Registers.Pattern(register), value);
        }
        wrong.Add(100, Faults.Count == before + 1, Faults.Count - before);
        wrong.Add(101, Faults.Kind == FaultKind.UndefinedInstruction, (ulong)Faults.Kind);
        // A trap by a register name may also be reported as an unknown instruction.
        wrong.Add(102, Faults.Class == syndromeClass || Faults.Class == 0, Faults.Class);
        wrong.Add(103, Faults.Pc == Code.Address, Faults.Pc);
        // No address of an earlier fault, which could be somebody else's.
        wrong.Add(104, Faults.Address == 0, Faults.Address);
        Report.None(name, in wrong);
    }

    // The thread goes on elsewhere: four registers are the handler's, the others its own.
    private static void Redirected()
    {
        Tally wrong = default;
        Faults.Redirect(Imports.ResumeAddress());
        var registers = default(Registers);
        registers.Fill();
        Code.Set(0);
        ulong before = Faults.Count;
        Imports.Probe(ref registers);
        for (int register = 0; register < Registers.Count; register++)
        {
            ulong expected = register < 4
                ? Faults.FirstWord + (uint)register : Registers.Pattern(register);
            wrong.Add((uint)register, registers[register] == expected, registers[register]);
        }
        wrong.Add(100, Faults.Count == before + 1, Faults.Count - before);
        // No place to go to: the fault there has its own answer.
        Faults.Redirect(0);
        Faults.Then(Imports.ResumeAddress());
        before = Faults.Count;
        Imports.Probe(ref registers);
        wrong.Add(101, Faults.Count == before + 2, Faults.Count - before);
        wrong.Add(102, Faults.Kind == FaultKind.InstructionFetch, (ulong)Faults.Kind);
        wrong.Add(103, Faults.Pc == 0 && Faults.Address == 0, Faults.Pc);
        Faults.Answer(ExitAction.Advance);
        Report.None("redirected"u8, in wrong);
    }

    private static void Breakpoints()
    {
        Tally wrong = default;
        for (uint immediate = 0; immediate <= ushort.MaxValue; immediate += 257)
        {
            var registers = default(Registers);
            Code.Set(0xd420_0000 | (immediate << 5));
            ulong before = Faults.Count;
            Imports.Probe(ref registers);
            bool isExact = Faults.Count == before + 1 && Faults.Kind == FaultKind.Breakpoint
                && (Faults.Syndrome & 0xffff) == immediate && Faults.Pc == Code.Address
                && Faults.Address == 0;
            wrong.Add(immediate, isExact, Faults.Syndrome);
        }
        Report.None("brk"u8, in wrong);
    }
}
