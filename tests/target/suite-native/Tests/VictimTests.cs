// SPDX-License-Identifier: MIT
using System;
using Bulkhead.Abi;
using Bulkhead.Native;

namespace Bulkhead.Suite.Native.Tests;

/// <summary>Faults that a thread does not survive, each in a thread of its own.</summary>
internal static class VictimTests
{
    private const uint Victim = 1, High = Worker.TesterPriority + 20;

    // LDR X1, [SP]; ADD SP, SP, #8; BR X0; LDXR X1, [X0]; MOV X9, SP; NOP.
    private const uint LoadStack = 0xf940_03e1, MoveStack = 0x9100_23ff, Jump = 0xd61f_0000;
    private const uint LoadExclusive = 0xc85f_7c01, Nothing = 0xd503_201f, Break = 0xd420_0000;

    internal static void Run()
    {
        Faults.Answer(ExitAction.Off);
        Fetch("jump-to-null"u8, 0);
        Fetch("jump-to-data"u8, Imports.StackTop(5));
        Fetch("jump-to-the-utcb"u8, NativeLayout.Utcb);
        Fetch("jump-to-a-device"u8, 0x0900_0000);
        Fetch("jump-above-the-space"u8, 1ul << 39);
        Fetch("jump-to-the-kernel"u8, 0x4020_0000);
        Misaligned();
        Overflow();
        Unheard();
        Many();
        Faults.Answer(ExitAction.Advance);
    }

    private static void Fetch(ReadOnlySpan<byte> name, ulong target)
    {
        Code.Write(0, Jump);
        Start(target);
        Expect(name, FaultKind.InstructionFetch, target, 0x20);
        Report.Equal(name, target, Faults.Address);
    }

    private static void Misaligned()
    {
        Code.Write(0, MoveStack);
        Code.Write(1, LoadStack);
        Code.Write(2, Break);
        Start(0);
        // QEMU does not check the stack pointer; then the next instruction ends the thread.
        if (Faults.Kind == FaultKind.Breakpoint)
            Expect("stack-pointer-unchecked"u8, FaultKind.Breakpoint, Code.Address + 8, 0x3c);
        else
            Expect("misaligned-stack-pointer"u8, FaultKind.Alignment, Code.Address + 4, 0x26);
        Code.Write(0, Jump);
        Start(Code.Address + 2);
        Expect("misaligned-pc"u8, FaultKind.Alignment, Code.Address + 2, 0x22);
        Code.Write(0, LoadExclusive);
        Start(NativeLayout.Utcb + 1);
        Expect("misaligned-exclusive"u8, FaultKind.Alignment, Code.Address, 0x24);
    }

    // A stack of one page with nothing below it.
    private static void Overflow()
    {
        const ulong stack = Places.FreeAddress + Limits.PageBytes;
        SystemKernel.Map(
            Selectors.OwnDomain, Places.Memory, Places.FreeOffset, stack, Limits.PageBytes,
            MemoryAccess.Read | MemoryAccess.Write);
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = Places.Utcb(Victim);
        plan.StackTop = stack + Limits.PageBytes;
        plan.Entry = Imports.Entry(ThreadEntry.Recursion);
        plan.FaultPortal = Places.FaultPortal;
        plan.Tag = Worker.Tag(Victim);
        SystemKernel.CreateThread(Worker.Thread(Victim), in plan);
        SystemKernel.CreateSchedulingContext(
            Worker.Thread(Victim) + 12, Worker.Thread(Victim), High, 0, 0);
        Expect("stack-overflow"u8, FaultKind.DataAccess, plan.Entry, 0x24);
        Report.That("stack-overflow-address"u8,
            Faults.Address < stack && Faults.Address >= stack - 512);
        SystemKernel.Unmap(Selectors.OwnDomain, stack, Limits.PageBytes);
    }

    // Without a fault portal a thread just stops, and the others go on.
    private static void Unheard()
    {
        Code.Write(0, 0);
        ThreadPlan plan = default;
        plan.Domain = Selectors.OwnDomain;
        plan.Utcb = Places.Utcb(Victim);
        plan.StackTop = Imports.StackTop(Victim);
        plan.Entry = Code.Address;
        ulong before = Faults.Count;
        SystemKernel.CreateThread(Worker.Thread(Victim), in plan);
        SystemKernel.CreateSchedulingContext(
            Worker.Thread(Victim) + 12, Worker.Thread(Victim), High, 0, 0);
        Report.Equal("fault-that-nobody-hears"u8, before, Faults.Count);
        Worker.End(Victim);
    }

    private static void Many()
    {
        Tally wrong = default;
        Code.Write(0, 0);
        for (uint round = 0; round < 500; round++)
        {
            ulong before = Faults.Count;
            Start(round);
            wrong.Add(round, Faults.Count == before + 1 && Faults.Pc == Code.Address, Faults.Pc);
            Worker.End(Victim);
        }
        Report.None("500-threads-die"u8, in wrong);
        Code.Write(0, Nothing);
    }

    private static void Start(ulong argument) =>
        Worker.Start(Victim, ThreadEntry.Victim, argument, High);

    private static void Expect(
        ReadOnlySpan<byte> name, FaultKind kind, ulong pc, ulong syndromeClass)
    {
        Tally wrong = default;
        wrong.Add(101, Faults.Kind == kind, (ulong)Faults.Kind);
        wrong.Add(102, Faults.Class == syndromeClass, Faults.Class);
        wrong.Add(103, Faults.Pc == pc, Faults.Pc);
        wrong.Add(104, Faults.Tag == Worker.Tag(Victim), Faults.Tag);
        Report.None(name, in wrong);
        Worker.End(Victim);
    }
}
